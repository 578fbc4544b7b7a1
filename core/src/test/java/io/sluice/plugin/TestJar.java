package io.sluice.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Packs jars out of classes on the test's class path. */
final class TestJar {

  private TestJar() {}

  /** A jar with those classes, naming the plugins in the service file. */
  static Path pack(Path jar, Stream<String> plugins, Class<?>... classes) {
    String service = plugins.map(name -> name + "\n").collect(Collectors.joining());
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      if (!service.isEmpty()) {
        out.putNextEntry(new JarEntry("META-INF/services/" + Plugin.class.getName()));
        out.write(service.getBytes(StandardCharsets.UTF_8));
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
