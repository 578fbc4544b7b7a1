package io.sluice.json;

import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Writes the members of an object except those with claimed names.
 *
 * @param text the object
 * @param claimed names that are written elsewhere
 */
public record Members(JsonWriter text, Set<String> claimed) {

  /** Lets {@code member} write the member with that name, unless the name is claimed. */
  public void write(String name, BiConsumer<JsonWriter, String> member) {
    if (!claimed.contains(name)) {
      member.accept(text, name);
    }
  }
}
