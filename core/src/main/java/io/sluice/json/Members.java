package io.sluice.json;

import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Writes the modelled members of an object, except those that an unmodelled field replaces: the
 * caller writes these fields itself. For dialects, whose requests let unmodelled fields win over
 * modelled ones.
 *
 * @param text the object
 * @param claimed the names of the unmodelled fields
 */
public record Members(JsonWriter text, Set<String> claimed) {

  /** Copies the names. */
  public Members {
    claimed = Set.copyOf(claimed);
  }

  /** Lets {@code member} write the member with that name, unless the name is claimed. */
  public void write(String name, BiConsumer<JsonWriter, String> member) {
    if (!claimed.contains(name)) {
      member.accept(text, name);
    }
  }
}
