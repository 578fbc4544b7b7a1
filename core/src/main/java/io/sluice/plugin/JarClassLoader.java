package io.sluice.plugin;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Set;

/**
 * Loads one drop-in jar in isolation: the JDK and the shared packages are the host's, all other
 * classes and all resources the jar's own. Two plugins may therefore use two versions of one
 * library, and neither sees the host's.
 */
final class JarClassLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  /**
   * Whole package names, never prefixes: {@code com.google.inject.assistedinject} is not part of
   * Guice's core and may be the jar's.
   */
  private static final Set<String> SHARED =
      Set.of(
          "io.sluice.accumulate",
          "io.sluice.chat",
          "io.sluice.context",
          "io.sluice.feed",
          "io.sluice.json",
          "io.sluice.json.syntax",
          "io.sluice.json.tree",
          "io.sluice.limit",
          "io.sluice.observe",
          "io.sluice.pipeline",
          "io.sluice.plugin",
          "io.sluice.queue",
          "io.sluice.replay",
          "io.sluice.runlog",
          "io.sluice.sink",
          "io.sluice.stage",
          "io.sluice.stream",
          "io.sluice.text",
          "io.sluice.thread",
          "io.sluice.transcript",
          "io.sluice.wire",
          "io.sluice.wire.fold",
          "io.sluice.wire.models",
          "io.sluice.wire.refusal",
          "io.sluice.wire.request",
          "com.google.inject",
          "com.google.inject.binder",
          "com.google.inject.internal",
          "com.google.inject.internal.aop",
          "com.google.inject.internal.util",
          "com.google.inject.matcher",
          "com.google.inject.multibindings",
          "com.google.inject.name",
          "com.google.inject.spi",
          "com.google.inject.util",
          "jakarta.inject",
          "org.aopalliance.aop",
          "org.aopalliance.intercept",
          "org.slf4j",
          "org.slf4j.event",
          "org.slf4j.helpers",
          "org.slf4j.spi");

  private final ClassLoader host;

  JarClassLoader(URL jar, ClassLoader host) {
    super(jar.getPath(), new URL[] {jar}, getPlatformClassLoader());
    this.host = host;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    int dot = name.lastIndexOf('.');
    if (dot > 0 && SHARED.contains(name.substring(0, dot))) {
      return host.loadClass(name);
    }
    return super.loadClass(name, resolve);
  }
}
