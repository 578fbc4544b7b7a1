package io.sluice.benchmarks.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of which it is known what it costs. Ends with its owner. Linux only. */
final class Program implements AutoCloseable {

  private static final long TICKS_A_SECOND = 100;

  private final Process process;
  private final BufferedReader out;
  private final PrintStream in;

  private Program(Process process) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  static Program start(List<String> command) throws IOException {
    return new Program(new ProcessBuilder(command).redirectError(Redirect.INHERIT).start());
  }

  /** A JVM with the class path of this one. */
  static Program java(Class<?> program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(arguments));
    return start(command);
  }

  /** The next line that it prints. */
  String line() throws IOException {
    String line = out.readLine();
    if (line == null) {
      throw new IOException("a process of the measurement has ended");
    }
    return line;
  }

  /** What it answers to a line. */
  String ask(String line) throws IOException {
    in.println(line);
    return line();
  }

  /** The CPU time that it and its children have used, in microseconds. */
  long cpuMicros() throws IOException {
    long ticks = 0;
    for (ProcessHandle each : all()) {
      String stat = Files.readString(Path.of("/proc", String.valueOf(each.pid()), "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      ticks += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }
    return TimeUnit.SECONDS.toMicros(ticks) / TICKS_A_SECOND;
  }

  /** The resident memory, in kilobytes. */
  long residentKilobytes() throws IOException {
    return status("VmRSS:");
  }

  long threads() throws IOException {
    return status("Threads:");
  }

  private long status(String field) throws IOException {
    long sum = 0;
    for (ProcessHandle each : all()) {
      for (String line : Files.readAllLines(Path.of("/proc", each.pid() + "", "status"))) {
        if (line.startsWith(field)) {
          sum += Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
    }
    return sum;
  }

  private List<ProcessHandle> all() {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    return all;
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.onExit().join();
  }
}
