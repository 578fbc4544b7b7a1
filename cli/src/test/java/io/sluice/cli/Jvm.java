package io.sluice.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How tests start a JVM of their own: many are started, so each is to cost little. */
final class Jvm {
  /** The program. */
  static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /** What is compiled by ourselves need not be verified each time; a test has the real launcher. */
  static final List<String> OPTIONS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-BytecodeVerificationRemote");

  private Jvm() {}

  /** The command line that runs a program of this class path; may be added to. */
  static List<String> command(Class<?> program, String... arguments) {
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(OPTIONS);
    command.addAll(List.of("-XX:-UsePerfData", "-cp", System.getProperty("java.class.path")));
    command.add(program.getName());
    command.addAll(List.of(arguments));
    return command;
  }
}
