package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The launcher in a folder of its own, with a JDK and a Maven that only tell what they were asked.
 *
 * @param folder the test's own folder
 */
record LauncherHome(Path folder) {
  private static final String JAVA = "#!/bin/sh\nfor word; do echo \"$word\"; done\n";
  private static final Duration PATIENCE = Duration.ofSeconds(50);

  /** Counts the builds; the archive of classes is newer than the jar, so that none is made. */
  static final String MAVEN =
      """
      #!/bin/sh
      echo noise
      cd "${0%/mvnw}" && echo built >> builds
      echo '[INFO] Building Sluice: core 0.2.0-SNAPSHOT            [2/17]'
      if [ -e gate ]; then cat gate; fi
      mkdir -p cli/target/quick && cd cli/target/quick
      touch -d '1 second ago' sluice.jar && touch sluice-17.0.1.jsa
      """;

  static LauncherHome in(Path folder) throws IOException {
    var home = new LauncherHome(folder);
    Files.createDirectories(home.path(""));
    Files.createDirectories(home.jdk().resolve("bin"));
    script(home.path("sluice"), Files.readString(Path.of("..", "sluice")));
    home.maven(MAVEN);
    home.java(JAVA);
    script(home.jdk().resolve("bin/javac"), JAVA);
    home.release("17.0.1");
    return home;
  }

  /** The same with the command itself, which runs on the JVM of the tests. */
  static LauncherHome ofCommand(Path folder) throws IOException {
    LauncherHome home = in(folder);
    Path target = Files.createDirectories(home.path("cli/target"));
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Main.class.getName());
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, urls());
    new JarOutputStream(Files.newOutputStream(target.resolve("sluice.jar")), manifest).close();
    // As if of another JDK: none is made, and this one is passed over.
    later(Files.writeString(target.resolve("sluice-17.0.1.jsa"), ""));
    home.java("#!/bin/sh\nexec '" + Jvm.JAVA + "' \"$@\"\n");
    return home;
  }

  private static String urls() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toUri().toString())
        .collect(Collectors.joining(" "));
  }

  /** What is there, by its path from the root of the checkout. */
  Path path(String name) {
    return folder.resolve("a home").resolve(name);
  }

  Path jdk() {
    return folder.resolve("jdk");
  }

  void maven(String text) throws IOException {
    script(path("mvnw"), text);
  }

  void java(String text) throws IOException {
    script(jdk().resolve("bin/java"), text);
  }

  Ran run(Map<String, String> variables, String... args) throws IOException, InterruptedException {
    return run(path("sluice"), variables, args);
  }

  Process start(String name, Map<String, String> variables, String... args) throws IOException {
    return start(path("sluice"), name, variables, args);
  }

  /** Opens only when something is written to it, so that a build waits until the test lets it. */
  void closeGate() throws Exception {
    assertThat(new ProcessBuilder("mkfifo", path("gate").toString()).start().waitFor()).isZero();
  }

  void openGate() throws IOException {
    Files.writeString(path("gate"), "go\n");
  }

  long builds() throws IOException {
    return Files.readAllLines(path("builds")).size();
  }

  /** Gives a file a time ahead of the clock, and later than that of a file that got one before. */
  static void later(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(1000)));
  }

  void release(String version) throws IOException {
    Files.writeString(jdk().resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  Ran run(Path launcher, Map<String, String> variables, String... args)
      throws IOException, InterruptedException {
    return ended(start(launcher, "alone", variables, args), "alone");
  }

  Process start(Path launcher, String name, Map<String, String> variables, String... args)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(args));
    var builder =
        new ProcessBuilder(command)
            .directory(Files.createDirectories(folder.resolve("elsewhere")).toFile())
            .redirectInput(Files.writeString(folder.resolve("nothing"), "").toFile())
            .redirectOutput(folder.resolve(name + ".out").toFile())
            .redirectError(err(name).toFile());
    builder.environment().put("JAVA_HOME", jdk().toString());
    builder.environment().remove("SLUICE_JAVA_OPTS");
    builder.environment().putAll(variables);
    return builder.start();
  }

  Path err(String name) {
    return folder.resolve(name + ".err");
  }

  Ran ended(Process process, String name) throws IOException, InterruptedException {
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return new Ran(
        process.exitValue(),
        Files.readString(folder.resolve(name + ".out")),
        Files.readString(err(name)));
  }

  static void until(Callable<Boolean> reached) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!reached.call()) {
      assertThat(System.nanoTime() - end).as("what is waited for").isNegative();
      Thread.onSpinWait();
    }
  }

  record Ran(int code, String out, String err) {}
}
