package io.sluice.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Packs jars out of classes on the test's class path. */
final class TestJar {

  private TestJar() {}

  /** A jar with those classes, naming the plugins in the service file. */
  static Path pack(Path jar, Stream<String> plugins, Class<?>... classes) {
    return pack(jar, Map.of(Plugin.class.getName(), plugins.toList()), classes);
  }

  /** A jar with those classes, and for each service a file that names plugins. */
  static Path pack(Path jar, Map<String, List<String>> services, Class<?>... classes) {
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, List<String>> service : services.entrySet()) {
        if (!service.getValue().isEmpty()) {
          out.putNextEntry(new JarEntry("META-INF/services/" + service.getKey()));
          String lines = String.join("\n", service.getValue()) + "\n";
          out.write(lines.getBytes(StandardCharsets.UTF_8));
        }
      }
      for (Class<?> type : classes) {
        String entry = type.getName().replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(entry));
        out.write(bytes(type, entry));
      }
      return jar;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static byte[] bytes(Class<?> type, String entry) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(type.getClassLoader()).getResourceAsStream(entry)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
