package io.sluice.stages;

import io.sluice.stage.Stage;
import io.sluice.stream.Chunk;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The text that can be reached from a stage, found by looking into its fields.
 *
 * @param length the characters of all strings, builders and chunks
 * @param room the same, with the unused room of builders
 */
record KeptText(long length, long room) {

  static KeptText of(Stage stage) throws IllegalAccessException {
    return new Search().from(stage);
  }

  private static final class Search {
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> left = new ArrayDeque<>();
    private long length;
    private long unused;

    KeptText from(Stage stage) throws IllegalAccessException {
      left.add(stage);
      while (!left.isEmpty()) {
        Object next = left.remove();
        if (seen.add(next)) {
          visit(next);
        }
      }
      return new KeptText(length, length + unused);
    }

    private void visit(Object object) throws IllegalAccessException {
      if (object instanceof StringBuilder builder) {
        length += builder.length();
        unused += builder.capacity() - builder.length();
      } else if (object instanceof String text) {
        length += text.length();
      } else if (object instanceof Chunk chunk) {
        chunk.deltas().forEach(delta -> length += DeltaSize.characters(delta));
      } else if (object instanceof Collection<?> elements) {
        left.addAll(elements);
      } else if (object instanceof Map<?, ?> map) {
        left.addAll(map.values());
      } else if (isOurs(object.getClass())) {
        visitFields(object);
      }
    }

    private void visitFields(Object object) throws IllegalAccessException {
      for (Class<?> type = object.getClass(); isOurs(type); type = type.getSuperclass()) {
        for (Field field : type.getDeclaredFields()) {
          if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
            field.setAccessible(true);
            Object value = field.get(object);
            if (value != null) {
              left.add(value);
            }
          }
        }
      }
    }

    private static boolean isOurs(Class<?> type) {
      return type.getName().startsWith("io.sluice.") && !type.isHidden();
    }
  }
}
