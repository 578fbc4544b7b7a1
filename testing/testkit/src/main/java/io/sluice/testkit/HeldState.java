package io.sluice.testkit;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What fields hold, so that a change shows. Numbers and texts are compared by value, collections by
 * size, everything else by identity: what changes within another object is not seen, and nothing of
 * a module that does not open its package.
 */
final class HeldState {

  private static final Object NOTHING = "null";

  private HeldState() {}

  /**
   * The static fields of these classes and of those that enclose or extend them, by name.
   *
   * @param test the class whose own fields are not looked at
   */
  static Map<String, String> ofStatics(Collection<Class<?>> classes, Class<?> test) {
    Map<String, String> held = new TreeMap<>();
    for (Class<?> each : classes) {
      for (Class<?> type = each; isOfAuthor(type); type = type.getSuperclass()) {
        addStatics(type, held);
        Optional.<Class<?>>ofNullable(type.getEnclosingClass())
            .filter(outer -> outer != test)
            .ifPresent(outer -> addStatics(outer, held));
      }
    }
    return held;
  }

  /**
   * The fields of a factory that may be set anew, and its counters, by name. A lambda has none, and
   * final fields may hold what the test has handed over.
   */
  static Map<String, String> of(Object factory) {
    Map<String, String> held = new TreeMap<>();
    for (Class<?> type = factory.getClass(); isOfAuthor(type); type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!field.isSynthetic() && !Modifier.isStatic(field.getModifiers())) {
          add(field, factory, held);
        }
      }
    }
    return held;
  }

  /** The names of what is held otherwise than before, or anew. */
  static Collection<String> changes(Map<String, String> before, Map<String, String> after) {
    Map<String, String> changed = new TreeMap<>(after);
    changed.entrySet().removeAll(before.entrySet());
    return changed.keySet();
  }

  private static boolean isOfAuthor(Class<?> type) {
    return type != null && type.getClassLoader() != null && !type.isHidden();
  }

  private static void addStatics(Class<?> type, Map<String, String> held) {
    for (Field field : type.getDeclaredFields()) {
      if (!field.isSynthetic() && Modifier.isStatic(field.getModifiers())) {
        read(field, null).ifPresent(value -> held.put(name(field), described(value)));
      }
    }
  }

  private static void add(Field field, Object owner, Map<String, String> held) {
    Object value = read(field, owner).orElse(NOTHING);
    if (!Modifier.isFinal(field.getModifiers()) || isCounter(value)) {
      held.put(name(field), described(value));
    }
  }

  private static boolean isCounter(Object value) {
    return value.getClass().getPackageName().startsWith("java.util.concurrent.atomic");
  }

  private static Optional<Object> read(Field field, @Nullable Object owner) {
    try {
      field.setAccessible(true);
      return Optional.of(Optional.ofNullable(field.get(owner)).orElse(NOTHING));
    } catch (IllegalAccessException | InaccessibleObjectException | SecurityException closed) {
      return Optional.empty();
    }
  }

  private static String name(Field field) {
    return field.getDeclaringClass().getSimpleName() + "." + field.getName();
  }

  private static String described(Object value) {
    if (value instanceof Number
        || value instanceof Boolean
        || value instanceof Character
        || value instanceof CharSequence
        || value instanceof AtomicBoolean) {
      return value.toString();
    }
    if (value instanceof AtomicReference<?> reference) {
      return described(Optional.ofNullable((Object) reference.get()).orElse(NOTHING));
    }
    if (value instanceof Collection<?> all) {
      return all.size() + " elements";
    }
    if (value instanceof Map<?, ?> all) {
      return all.size() + " entries";
    }
    return value instanceof byte[] bytes
        ? Arrays.hashCode(bytes) + " hash"
        : Integer.toHexString(System.identityHashCode(value));
  }
}
