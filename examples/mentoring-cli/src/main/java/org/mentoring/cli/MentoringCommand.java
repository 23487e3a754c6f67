package org.mentoring.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry of the command line. */
@Command(name = "mentoring", mixinStandardHelpOptions = true)
public final class MentoringCommand implements Runnable {

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new MentoringCommand()).execute(arguments));
  }

  @Override
  public void run() {
    new CommandLine(this).usage(System.out);
  }
}
