package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command as a process of its own, in a locale that knows nothing but ASCII. */
final class Child implements AutoCloseable {
  private final Process process;
  private final Path err;

  private Child(Process process, Path err) {
    this.process = process;
    this.err = err;
  }

  /**
   * Starts it in {@code folder}, with {@code baseUrl} as its server; stderr goes to a file there,
   * and the user's settings are in {@code xdg/sluice/sluice.yaml} there, if they are.
   */
  static Child start(Path folder, String baseUrl, String... args) throws IOException {
    return start(folder, baseUrl, Jvm.command(Main.class, args));
  }

  /** The same, with an option of the JVM, such as a bound on its memory. */
  static Child startWith(String option, Path folder, String baseUrl, String... args)
      throws IOException {
    List<String> command = Jvm.command(Main.class, args);
    command.add(1, option);
    return start(folder, baseUrl, command);
  }

  private static Child start(Path folder, String baseUrl, List<String> command) throws IOException {
    Path err = folder.resolve("stderr");
    var builder =
        new ProcessBuilder(SignalReach.of(command))
            .directory(folder.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("OPENAI_BASE_URL", baseUrl);
    builder.environment().put("XDG_CONFIG_HOME", folder.resolve("xdg").toString());
    return new Child(builder.start(), err);
  }

  /** Pipes that in, and nothing after it. */
  Child fed(String text) throws IOException {
    try (OutputStream in = process.getOutputStream()) {
      in.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return this;
  }

  InputStream out() {
    return process.getInputStream();
  }

  /** Waits for that many bytes of stdout. */
  String read(int bytes) throws IOException {
    return new String(out().readNBytes(bytes), StandardCharsets.UTF_8);
  }

  String readLine() throws IOException {
    return process.inputReader(StandardCharsets.UTF_8).readLine();
  }

  void signal(String name) throws IOException, InterruptedException {
    if (name.equals("INT")) {
      SignalReach.assume();
    }
    var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  /** Waits until stderr holds that. */
  void untilErr(String said) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(50);
    while (!err().contains(said)) {
      assertThat(System.nanoTime() - end)
          .as("what stderr holds for too long: " + err())
          .isNegative();
      Thread.onSpinWait();
    }
  }

  boolean endsWithin(long milliseconds) throws InterruptedException {
    return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
  }

  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  String err() {
    try {
      return Files.readString(err);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Kills it as {@code kill -9} does, if it has not ended. */
  void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    kill();
  }
}
