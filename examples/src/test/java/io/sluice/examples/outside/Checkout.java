package io.sluice.examples.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A copy of this repository, as somebody has it who has just fetched it, with a local repository of
 * its own: what it installs is seen by nobody else, what Maven has already fetched need not be
 * fetched again.
 */
final class Checkout {
  /** A release is built, with all its pages; on a busy machine that takes a while. */
  static final long MOST_MINUTES = 20;

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Set<String> LEFT_OUT = Set.of("target", ".git");

  private final Path folder;
  private final Path home;

  private Checkout(Path folder, Path home) {
    this.folder = folder;
    this.home = home;
  }

  static Checkout into(Path world) throws IOException {
    Path folder = world.resolve("sluice");
    copy(ROOT, folder);
    return new Checkout(folder, Files.createDirectories(world.resolve("home")));
  }

  Path folder() {
    return folder;
  }

  /** The folder that the checkout is in, where projects are put beside it. */
  Path world() {
    return folder.resolveSibling(".").normalize();
  }

  /** The copy of a folder of this repository, beside the checkout instead of in it. */
  Path project(String name) throws IOException {
    Path project = folder.resolveSibling(name);
    copy(ROOT.resolve("examples/src/test/projects").resolve(name), project);
    return project;
  }

  /**
   * Runs a script in a folder, and gives what it printed; {@code mvn} and {@code sluice} are ours.
   */
  String run(Path in, String script) throws IOException, InterruptedException {
    Path out = Files.createTempFile(home, "out", ".txt");
    Path err = Files.createTempFile(home, "err", ".txt");
    String names =
        "mvn() { '%s/mvnw' \"$@\"; }\nsluice() { '%s/bin/java' -jar '%s/cli/target/sluice.jar' \"$@\"; }\n"
            .formatted(folder, System.getProperty("java.home"), folder);
    var builder =
        new ProcessBuilder("sh", "-euc", names + script)
            .directory(in.toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.matches("(OPENAI|SLUICE|XDG|MAVEN)_.*"));
    builder.environment().putAll(variables());
    Process process = builder.start();
    try {
      assertThat(process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)).as(script).isTrue();
    } finally {
      process.destroyForcibly();
    }
    String printed = Files.readString(out, StandardCharsets.UTF_8);
    assertThat(process.exitValue())
        .as("%s%n%s%n%s", script, printed, Files.readString(err))
        .isZero();
    return printed;
  }

  private Map<String, String> variables() {
    Path real = Path.of(System.getProperty("user.home"), ".m2");
    String fetched = System.getProperty("localRepository", real.resolve("repository").toString());
    return Map.of(
        "HOME", home.toString(),
        "JAVA_HOME", System.getProperty("java.home"),
        "MAVEN_USER_HOME", real.toString(),
        "MAVEN_ARGS",
            "-q -B -ntp -Dspotless.check.skip -Dmaven.repo.local=%s -Dmaven.repo.local.tail=%s"
                .formatted(home.resolve("repository"), fetched));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path found, BasicFileAttributes attributes)
              throws IOException {
            if (LEFT_OUT.contains(String.valueOf(found.getFileName()))) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(found)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path found, BasicFileAttributes attributes)
              throws IOException {
            Path copy = to.resolve(from.relativize(found));
            Files.copy(found, copy, StandardCopyOption.REPLACE_EXISTING);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
