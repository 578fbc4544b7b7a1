package io.sluice.plugin;

import java.io.IOException;
import java.util.ServiceLoader;

/**
 * Runs a plugin's code with the plugin's own class loader as the thread's, because libraries find
 * their parts through it ({@link ServiceLoader} does), and would otherwise find the host's version.
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
   * The code to run.
   *
   * @param <T> its result
   */
  @FunctionalInterface
  interface Code<T> {
    T run() throws IOException;
  }
}
