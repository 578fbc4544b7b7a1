package io.sluice.testkit;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The shutdown hooks of this JVM, which must have opened {@code java.lang}. */
final class ShutdownHooks {

  private ShutdownHooks() {}

  @SuppressWarnings("unchecked") // the map of the JDK from each hook to itself
  static Set<Thread> all() throws ReflectiveOperationException {
    Field hooks = Class.forName("java.lang.ApplicationShutdownHooks").getDeclaredField("hooks");
    hooks.setAccessible(true);
    return new HashSet<>(((Map<Thread, Thread>) hooks.get(null)).keySet());
  }

  /** The names of the hooks that are not in {@code before}, without those of the JDK itself. */
  static Collection<String> beside(Set<Thread> before) throws ReflectiveOperationException {
    Set<Thread> added = all();
    added.removeAll(before);
    return added.stream()
        .filter(hook -> hook.getClass() == Thread.class || isOfAuthor(hook))
        .map(Thread::getName)
        .sorted()
        .toList();
  }

  private static boolean isOfAuthor(Thread hook) {
    return hook.getClass().getClassLoader() != null;
  }
}
