def run(List<String> arguments) {
  def process = (["${System.getProperty('java.home')}/bin/java".toString()] + arguments).execute()
  def out = new StringBuilder()
  def err = new StringBuilder()
  process.waitForProcessOutput(out, err)
  assert process.exitValue() == 0 : "${arguments}\n${out}${err}"
  out.readLines()
}

def classes = new File(basedir, 'target/classes').path
def path = { String file ->
  classes + File.pathSeparator + new File(basedir, file).text.trim()
}

// The rules are named nowhere: they come as a service.
assert run(['-p', path('target/runtime.txt'), '-m', 'org.example.host/org.example.host.Host']) == [
  'tyumen-2020', 'false', 'NOT_YET',
  'org.mentoring.core', 'org.mentoring.csv', 'org.mentoring.json', 'org.mentoring.rules', 'org.mentoring.validation'
]

def resolved = run([
  '-p', path('target/test.txt'), '--add-modules', 'org.mentoring.testkit', '--show-module-resolution',
  '--dry-run', '-m', 'org.example.host/org.example.host.Host'
])
['core', 'rules', 'validation', 'json', 'csv', 'testkit'].each { name ->
  assert resolved.any { it.startsWith("root org.mentoring.${name} ") || it.contains(" org.mentoring.${name} ") } : "org.mentoring.${name}: ${resolved}"
}
true
