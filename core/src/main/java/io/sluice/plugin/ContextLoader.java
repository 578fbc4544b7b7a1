package io.sluice.plugin;

import java.io.IOException;
import java.util.ServiceLoader;

/**
 * Runs a plugin's code with the plugin's own class loader as the thread's: libraries look for their
 * parts through it ({@link ServiceLoader} does), and would find the host's version of them.
 */
final class ContextLoader {

  private ContextLoader() {}

  static <T> T call(ClassLoader home, Code<T> code) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(home);
    try {
      return code.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /**
   * What is run.
   *
   * @param <T> what it gives
   */
  @FunctionalInterface
  interface Code<T> {
    T run() throws IOException;
  }
}
