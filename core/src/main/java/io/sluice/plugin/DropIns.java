package io.sluice.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/** The drop-in jars, each with a class loader of its own. Thread-safe. */
final class DropIns implements AutoCloseable {

  private final ClassLoader host;
  private final List<Path> jars;
  private final List<JarClassLoader> open = new ArrayList<>();

  DropIns(ClassLoader host, List<Path> jars) {
    this.host = host;
    this.jars = jars;
  }

  synchronized void loadInto(PluginLoader loader) {
    for (Path jar : jars) {
      String origin = jar.toString();
      if (!Files.isReadable(jar)) {
        loader.problem(origin + ": there is no such jar, or it may not be read");
      } else if (!isJar(jar)) {
        loader.problem(origin + ": is no jar, or a damaged one");
      } else if (loader.load(opened(jar), origin) == 0) {
        loader.problem(
            origin + ": holds no plugin; name it in META-INF/services/" + Plugin.class.getName());
      }
    }
  }

  @Override
  public synchronized void close() {
    for (JarClassLoader loader : open) {
      try {
        loader.close();
      } catch (IOException unlikely) {
        throw new UncheckedIOException(unlikely);
      }
    }
    open.clear();
  }

  /** A class loader would silently ignore a file that it cannot read. */
  private static boolean isJar(Path jar) {
    try (var file = new JarFile(jar.toFile())) {
      return file.size() > 0;
    } catch (IOException damaged) {
      return false;
    }
  }

  private JarClassLoader opened(Path jar) {
    try {
      var loader = new JarClassLoader(jar.toUri().toURL(), host);
      open.add(loader);
      return loader;
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }
}
