def jars = new File(basedir, 'target/runtime.txt').text.trim().split(File.pathSeparator) as List
def names = jars.collect { new File(it).name }.sort()
def told = names.join('\n  ')

// A new one is a decision: it goes into every embedder's class path.
def ours = names.findAll { it.startsWith('mentoring-') }
assert ours.size() == 2 : told
assert names.size() - ours.size() == 14 : "${names.size()} jars:\n  ${told}"
assert !names.any { it =~ /drools-compiler|drools-drl|drools-model-codegen|antlr|mvel|ecj|xstream|protobuf|commons-codec/ } : told

// A published jar's bill of materials lists what comes with it, no more and no less. None is written offline.
def listed = { String module ->
  def target = new File(basedir, "../../../../../${module}/target")
  def bill = new groovy.json.JsonSlurper().parse(target.listFiles().find { it.name.endsWith('-cyclonedx.json') })
  bill.components.collect { "${it.name}-${it.version}.jar".toString() }.sort()
}
if (network != 'offline: true') {
  assert listed('mentoring-core') == names.findAll { it =~ /^(jspecify|slf4j-api)-/ }
  assert listed('mentoring-rules') == names.findAll { !it.startsWith('mentoring-rules-') } : told
}

def run = [
  "${System.getProperty('java.home')}/bin/java", '-cp',
  ([new File(basedir, 'target/classes').path] + jars).join(File.pathSeparator), 'org.example.host.Host'
].execute()
def out = new StringBuilder()
def err = new StringBuilder()
run.waitForProcessOutput(out, err)
assert run.exitValue() == 0 : err
assert out.readLines() == ['NOT_YET', 'ELIGIBLE'] : "${out}${err}"
