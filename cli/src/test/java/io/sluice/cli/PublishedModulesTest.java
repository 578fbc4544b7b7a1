package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A module that has a descriptor is published, and is listed wherever published modules are. */
class PublishedModulesTest {
  private static final Path ROOT = Path.of("..");
  private static final Set<String> LEFT_OUT =
      Set.of("target", "examples", "benchmarks", "docs", "node_modules", "recorded");

  /** Modules whose dependencies are too many to be on the class path of the command's tests. */
  private static final Pattern ELSEWHERE =
      Pattern.compile("bridges/.*|telemetry|sinks/(micrometer|opentelemetry)");

  private static final Pattern ARTIFACT =
      Pattern.compile("</parent>\\s*<artifactId>([\\w-]+)</artifactId>");

  @Test
  void theBomListsEveryPublishedModule() throws IOException {
    String bom = Files.readString(ROOT.resolve("bom/pom.xml"));

    for (Path module : published()) {
      assertThat(bom)
          .as("artifacts of bom/pom.xml")
          .contains("<artifactId>" + artifact(module) + "</artifactId>");
    }
  }

  @Test
  void thePublicApiOfEveryPublishedModuleIsListed() throws IOException {
    Set<String> modules = new TreeSet<>();
    for (Path module : published()) {
      modules.add(ROOT.relativize(module).toString().replace('\\', '/'));
    }

    modules.removeIf(module -> ELSEWHERE.matcher(module).matches());
    assertThat(PublicApiTest.modules()).containsExactlyElementsOf(modules);
  }

  private static String artifact(Path module) throws IOException {
    Matcher artifact = ARTIFACT.matcher(Files.readString(module.resolve("pom.xml")));
    assertThat(artifact.find()).as("artifact of %s", module).isTrue();
    return artifact.group(1);
  }

  /** The folders of the modules with a descriptor. */
  private static Set<Path> published() throws IOException {
    Set<Path> modules = new TreeSet<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            boolean hidden = name.startsWith(".") && !folder.equals(ROOT);
            if (hidden || LEFT_OUT.contains(name)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            if (Files.exists(folder.resolve("src/main/java/module-info.java"))) {
              modules.add(folder);
              return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
          }
        });
    assertThat(modules).as("published modules").isNotEmpty();
    return modules;
  }
}
