package io.sluice.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A shell in which somebody types {@code sluice …}: with a home that is empty, and no variables but
 * those of the test.
 *
 * @param folder where it works; the command lies in {@code bin} below it, and by itself
 */
record Shell(Path folder) {
  /** A script may start two dozen JVMs, and a machine may be busy. */
  static final long MOST_MINUTES = 3;

  private static final String COMMAND = "#!/bin/sh\nexec %s \"$@\"\n";

  /** In a folder of the test's. */
  static Shell in(Path folder) throws IOException {
    List<String> program = Jvm.command(Main.class);
    program.add(1, "-Dsluice.launcher=" + folder.resolve("sluice"));
    String command = COMMAND.formatted("'" + String.join("' '", program) + "'");
    Files.createDirectories(folder.resolve("home"));
    Path bin = Files.createDirectories(folder.resolve("bin"));
    for (Path script : List.of(bin.resolve("sluice"), folder.resolve("sluice"))) {
      Files.writeString(script, command);
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    return new Shell(folder);
  }

  /** Whether there is such a program, as {@code zsh}. */
  static boolean has(String program) {
    try {
      return new ProcessBuilder(program, "-c", "exit 0").start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Runs {@code script} in {@code bash}. */
  Ran run(String script, Map<String, String> variables) throws IOException, InterruptedException {
    return run(List.of("bash", "-c", script), variables);
  }

  /** Runs a program. */
  Ran run(List<String> program, Map<String, String> variables)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    var builder =
        new ProcessBuilder(program)
            .directory(folder.toFile())
            .redirectInput(Files.writeString(folder.resolve("nothing"), "").toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    environment.put("HOME", folder.resolve("home").toString());
    environment.put("LC_ALL", "C.UTF-8");
    environment.putAll(variables);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)).as(program.toString()).isTrue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return new Ran(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  /** What became of it. */
  record Ran(int code, String out, String err) {}
}
