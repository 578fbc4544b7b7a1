package io.sluice.stream;

import io.sluice.chat.FinishReason;
import io.sluice.chat.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a chunk adds to one choice. Immutable. What a server says beyond these cases arrives as
 * {@link Other}. A minor version may add cases, so a switch over them needs a default.
 */
public sealed interface Delta {

  /** The index of the choice that this adds to, from 0. */
  int choice();

  /**
   * Whether a model generated this: text, reasoning, a refusal or a tool call that is not empty. A
   * role alone is not.
   */
  default boolean carriesTokens() {
    return false;
  }

  /**
   * The role of a choice. Servers may repeat it in every chunk.
   *
   * @param choice the choice's index
   * @param role the role of its author
   */
  record Role(int choice, io.sluice.chat.Role role) implements Delta {}

  /**
   * A part of the visible text.
   *
   * @param choice the choice's index
   * @param text is appended; may end inside a surrogate pair; may be empty
   */
  record Text(int choice, String text) implements Delta {

    @Override
    public boolean carriesTokens() {
      return !text.isEmpty();
    }
  }

  /**
   * A part of the reasoning.
   *
   * @param choice the choice's index
   * @param text is appended; may be empty
   */
  record Reasoning(int choice, String text) implements Delta {

    @Override
    public boolean carriesTokens() {
      return !text.isEmpty();
    }
  }

  /**
   * A part of a refusal.
   *
   * @param choice the choice's index
   * @param text is appended; may be empty
   */
  record Refusal(int choice, String text) implements Delta {

    @Override
    public boolean carriesTokens() {
      return !text.isEmpty();
    }
  }

  /**
   * A fragment of a tool call.
   *
   * @param choice the choice's index
   * @param index the index of the call in its choice, unique even if the server repeats its own;
   *     {@link #FUNCTION_CALL} for the older interface
   * @param id the call's id, empty if this fragment has none
   * @param name the function's name, empty if this fragment has none
   * @param arguments appended to the arguments; may be empty
   * @param other fields of the call that are not modelled
   */
  record ToolCall(
      int choice, int index, String id, String name, String arguments, Map<String, Json> other)
      implements Delta {

    /** The index that marks the one {@code function_call} of the older interface. */
    public static final int FUNCTION_CALL = -1;

    /** Copies {@code other}, keeping its order. */
    public ToolCall {
      other = other.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(other));
    }

    @Override
    public boolean carriesTokens() {
      return !id.isEmpty() || !name.isEmpty() || !arguments.isEmpty();
    }
  }

  /**
   * The finish of a choice; tokens in a later chunk cancel it.
   *
   * @param choice the choice's index
   * @param reason the finish reason; never the empty string or {@code "null"}, which mean nothing
   */
  record Finish(int choice, FinishReason reason) implements Delta {}

  /**
   * A field that is not modelled.
   *
   * @param choice the choice's index; 0 if the field belongs to the whole chunk
   * @param place the object that contained the field
   * @param name the field's name
   * @param value its value, never JSON null
   * @param fold what the values of several chunks make
   */
  record Other(int choice, Place place, String name, Json value, Fold fold) implements Delta {

    /** A field that a server says anew each time. */
    public Other(int choice, Place place, String name, Json value) {
      this(choice, place, name, value, Fold.LAST);
    }

    /** Refuses null. */
    public Other {
      Objects.requireNonNull(place, "place");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(fold, "fold");
    }
  }

  /**
   * The object of the chunk that contained an unmodelled field, and that contains it in the
   * completion.
   */
  enum Place {
    /** At the top of the chunk, beside {@code choices}. */
    CHUNK,
    /** In the choice, beside {@code delta}. */
    CHOICE,
    /** In the {@code delta}. */
    MESSAGE
  }

  /**
   * What the values of one unmodelled field make that come in several chunks. A dialect knows which
   * of its fields come in pieces; of one field the first value of an answer decides.
   */
  enum Fold {
    /** The value that came last. */
    LAST,
    /** One array of the elements of all arrays. */
    APPEND,
    /** One object, of whose members each is one array of the elements of all its arrays. */
    APPEND_MEMBERS,
    /**
     * One object, of whose members {@code text}, {@code summary}, {@code data} and {@code
     * transcript} are strings put together of their pieces; of any other the last value counts that
     * is neither null nor empty.
     */
    APPEND_STRINGS,
    /**
     * One array of objects, each put together as {@link #APPEND_STRINGS} has it of those that have
     * the same {@code index} and {@code type}; one without an index is whole.
     */
    MERGE_ELEMENTS
  }
}
