package io.sluice.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Clients of other makers, in the versions that {@code package.json} and {@code java/pom.xml} name.
 * They are installed into the build folder, and kept there. A test that needs one that cannot be
 * had is skipped.
 *
 * @param folder where they are, and where programs that use them run
 */
record InstalledClients(Path folder) {
  private static final Path ROOT = Path.of("target", "official-clients");
  private static final int SECONDS_TO_INSTALL = 40;
  private static final int SECONDS_TO_RUN = 30;

  /** Those for Node, with these programs. */
  static InstalledClients forNode(String... programs) throws IOException, InterruptedException {
    assumeTrue(has("node") && has("npm"), "there is no node or npm");
    var clients = new InstalledClients(Files.createDirectories(ROOT));
    clients.copy("", "package.json");
    for (String program : programs) {
      clients.copy("", program);
    }
    Ran installed =
        clients.run(
            SECONDS_TO_INSTALL,
            List.of(
                "npm",
                "install",
                "--ignore-scripts",
                "--prefer-offline",
                "--no-audit",
                "--no-fund",
                "--loglevel=error"));
    assumeTrue(installed.code() == 0, () -> "npm cannot install the clients: " + installed.text());
    return clients;
  }

  /** Those for Java, with these programs, each in one file; the class path is in a file. */
  static InstalledClients forJava(String... programs) throws IOException, InterruptedException {
    var clients = new InstalledClients(Files.createDirectories(ROOT.resolve("java")));
    clients.copy("java/", "pom.xml");
    for (String program : programs) {
      clients.copy("java/", program);
    }
    Ran resolved =
        clients.run(
            SECONDS_TO_INSTALL,
            List.of(
                Path.of("..", "mvnw").toAbsolutePath().normalize().toString(),
                "-q",
                "-B",
                "-ntp",
                "org.codehaus.mojo:exec-maven-plugin:3.6.4:exec",
                "-Dexec.executable=echo",
                "-Dexec.args=%classpath"));
    assumeTrue(resolved.code() == 0, () -> "Maven cannot fetch the clients: " + resolved.text());
    Files.writeString(clients.folder.resolve("class.path"), resolved.text());
    return clients;
  }

  /** What the machine has anyway. */
  static InstalledClients onThisMachine() throws IOException {
    return new InstalledClients(Files.createDirectories(ROOT));
  }

  /** Whether a program is on this machine. */
  static boolean has(String program) throws InterruptedException {
    try {
      return onThisMachine().run(program, "--version").code() == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  /** Runs a program of {@link #forJava}. */
  Ran java(String program, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(Files.readString(folder.resolve("class.path")));
    command.add(program);
    command.addAll(List.of(arguments));
    return run(SECONDS_TO_RUN, command);
  }

  /** Runs a program in the folder. */
  Ran run(String... command) throws IOException, InterruptedException {
    return run(SECONDS_TO_RUN, List.of(command));
  }

  /** One that takes longer than that ends with another code than 0. */
  private Ran run(int seconds, List<String> command) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
      int code = ended ? process.exitValue() : 1;
      return new Ran(code, Files.readString(code == 0 ? out : err).strip());
    } finally {
      process.destroyForcibly();
      Files.delete(out);
      Files.delete(err);
    }
  }

  private void copy(String from, String name) throws IOException {
    try (InputStream in = InstalledClients.class.getResourceAsStream("clients/" + from + name)) {
      Files.copy(
          Objects.requireNonNull(in, name),
          folder.resolve(name),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * What became of a program.
   *
   * @param text what it printed; if it failed, what it complained of
   */
  record Ran(int code, String text) {}
}
