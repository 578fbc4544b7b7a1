package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the libraries tell GraalVM they load by name, against what there is. */
class NativeImageTest {

  private static final String METADATA = "reachability-metadata.json";
  private static final Path PLACE = Path.of("META-INF", "native-image");

  @Test
  void everyNamedClassAndResourceExists() throws Exception {
    List<Path> folders = folders();
    assertThat(folders).hasSizeGreaterThan(10);
    for (Path resources : folders) {
      JsonObject metadata = metadata(resources);
      for (String type : names(metadata, "reflection", "type")) {
        // A class of a newer JDK is looked for and may be absent.
        if (!type.startsWith("java.")) {
          assertThat(Class.forName(type).getConstructor()).as(type).isNotNull();
        }
      }
      for (String glob : names(metadata, "resources", "glob")) {
        assertThat(exists(resources, glob)).as(glob).isTrue();
      }
    }
  }

  @Test
  void everyResourceAndPluginIsNamed() throws IOException {
    for (Path resources : folders()) {
      JsonObject metadata = metadata(resources);
      List<String> types = names(metadata, "reflection", "type");
      List<PathMatcher> globs = matchers(names(metadata, "resources", "glob"));
      for (Path file : files(resources)) {
        if (file.startsWith(PLACE)) {
          continue;
        }
        assertThat(globs).as("%s", file).anyMatch(glob -> glob.matches(file));
        if (file.startsWith(Path.of("META-INF", "services"))) {
          assertThat(types).containsAll(Files.readAllLines(resources.resolve(file)));
        }
      }
    }
  }

  /** The folders of resources of all libraries; the command and its plugin jars are none. */
  private static List<Path> folders() throws IOException {
    try (Stream<Path> found = Files.find(Path.of(".."), 5, (path, file) -> isOfALibrary(path))) {
      return found.toList();
    }
  }

  private static boolean isOfALibrary(Path path) {
    return path.endsWith(Path.of("src", "main", "resources"))
        && !path.startsWith(Path.of("..", "bridges")) // their frameworks see to it
        && !path.startsWith(Path.of("..", "cli"))
        && !path.toString().contains("-plugin") // dropped into the command
        && !path.startsWith(Path.of("..", "benchmarks"));
  }

  private static JsonObject metadata(Path resources) throws IOException {
    try (Stream<Path> files = Files.walk(resources.resolve(PLACE))) {
      Path file = files.filter(each -> each.endsWith(METADATA)).findFirst().orElseThrow();
      return JsonObject.read(Files.readString(file));
    }
  }

  private static List<String> names(JsonObject metadata, String list, String member) {
    return metadata.elements(list).orElse(List.of()).stream()
        .map(JsonValue::object)
        .map(object -> object.orElseThrow().string(member).orElseThrow())
        .toList();
  }

  /** Some resources are made by the build and are on the class path only. */
  private static boolean exists(Path resources, String glob) throws IOException {
    if (glob.indexOf('*') < 0) {
      return NativeImageTest.class.getClassLoader().getResource(glob) != null;
    }
    PathMatcher matcher = matchers(List.of(glob)).get(0);
    return files(resources).stream().anyMatch(matcher::matches);
  }

  private static List<PathMatcher> matchers(List<String> globs) {
    List<PathMatcher> matchers = new ArrayList<>();
    globs.forEach(glob -> matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + glob)));
    return matchers;
  }

  private static List<Path> files(Path resources) throws IOException {
    try (Stream<Path> files = Files.walk(resources)) {
      return files.filter(Files::isRegularFile).map(resources::relativize).toList();
    }
  }
}
