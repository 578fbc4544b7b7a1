package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.plugin.Plugin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Makes jars as a third party would: from sources outside the tree, with the compiler alone. */
final class PluginJar {
  private static final Path SOURCES = Path.of("src", "test", "plugins", "com", "acme");

  private final Path folder;
  private final Path jar;
  private final List<String> sources = new ArrayList<>();
  private final List<Path> libraries = new ArrayList<>();
  private String service = "";
  private OptionalInt java = OptionalInt.empty();

  private PluginJar(Path jar) {
    this.jar = jar;
    this.folder = jar.resolveSibling(jar.getFileName() + ".build");
  }

  /**
   * A jar with those classes of {@code src/test/plugins}, all but the one that is to be missing.
   */
  static PluginJar at(Path jar, String... sources) {
    var made = new PluginJar(jar);
    made.sources.addAll(List.of(sources));
    return made;
  }

  /** Names a plugin of it for the service loader. */
  PluginJar naming(String plugin) {
    service = "com.acme." + plugin + "\n";
    return this;
  }

  /** Packs what a library holds as well. */
  PluginJar with(Path library) {
    libraries.add(library);
    return this;
  }

  /** Says of its classes that they need that version of Java. */
  PluginJar forJava(int version) {
    java = OptionalInt.of(version);
    return this;
  }

  Path pack() throws IOException {
    compile();
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      if (!service.isEmpty()) {
        out.putNextEntry(new JarEntry("META-INF/services/" + Plugin.class.getName()));
        out.write(service.getBytes(StandardCharsets.UTF_8));
      }
      for (Path compiled : compiled()) {
        out.putNextEntry(new JarEntry(folder.relativize(compiled).toString()));
        out.write(bytes(compiled));
      }
      Set<String> packed = new HashSet<>();
      for (Path library : libraries) {
        copy(library, out, packed);
      }
    }
    return jar;
  }

  private void compile() throws IOException {
    Files.createDirectories(folder);
    String path =
        Stream.concat(
                libraries.stream().map(Path::toString),
                Stream.of(System.getProperty("java.class.path")))
            .reduce((one, other) -> one + System.getProperty("path.separator") + other)
            .orElseThrow();
    List<String> arguments =
        new ArrayList<>(List.of("-proc:none", "-cp", path, "-d", folder.toString()));
    sources.forEach(source -> arguments.add(SOURCES.resolve(source + ".java").toString()));
    int failed =
        Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(failed).isZero();
  }

  private List<Path> compiled() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .filter(file -> !file.getFileName().toString().startsWith("Missing"))
          .sorted()
          .toList();
    }
  }

  /** The class file, whose eighth byte says which Java it needs: 44 more than its version. */
  private byte[] bytes(Path compiled) throws IOException {
    byte[] bytes = Files.readAllBytes(compiled);
    java.ifPresent(version -> bytes[7] = (byte) (44 + version));
    return bytes;
  }

  private static void copy(Path library, JarOutputStream out, Set<String> packed)
      throws IOException {
    try (var file = new JarFile(library.toFile())) {
      for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        if (!entry.isDirectory() && packed.add(entry.getName())) {
          out.putNextEntry(new JarEntry(entry.getName()));
          file.getInputStream(entry).transferTo(out);
        }
      }
    }
  }
}
