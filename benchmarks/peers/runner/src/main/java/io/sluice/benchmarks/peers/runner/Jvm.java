package io.sluice.benchmarks.peers.runner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM with the class path of one module, spoken to line by line. Ends with its owner. */
final class Jvm implements AutoCloseable {

  private final Process process;
  private final BufferedReader out;
  private final PrintStream in;

  private Jvm(Process process) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  static Jvm start(Path modules, String module, String mainClass, List<String> arguments)
      throws IOException {
    Path target = modules.resolve(module).resolve("target");
    List<String> command = new ArrayList<>();
    command.add(java().toString());
    command.add("-Xmx4g");
    command.addAll(List.of("-cp", target.resolve("classes") + ":" + target.resolve("lib/*")));
    command.add(mainClass);
    command.addAll(arguments);
    return new Jvm(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** The launcher of the JDK that runs this. */
  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  String ask(String line) throws IOException {
    in.println(line);
    return next();
  }

  String next() throws IOException {
    String line = out.readLine();
    if (line == null) {
      throw new IOException("the process ended");
    }
    return line;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
