package io.sluice.json.tree;

import io.sluice.chat.Json;
import io.sluice.json.syntax.JsonParts;
import io.sluice.json.syntax.JsonSyntax;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The value of a JSON text that arrives in parts, as far as it is certain: the arguments of a tool
 * call, for example, or an answer by a schema. Mutable; for one thread.
 *
 * <p>The value so far is a beginning of the final one. An object has the members whose value has
 * begun, in their order; an array has such elements; a string has the characters so far, whole
 * escapes and whole surrogate pairs only. A number appears when the character behind it has arrived
 * or {@link #finish} was called; true, false and null appear with their last letter. All but the
 * last member, element and string that have begun are final. Only a text that repeats a name within
 * one object takes something back, because the last member of a name counts.
 *
 * <p>Adding a part takes time in proportion to the part. {@link #value} takes time in proportion to
 * the objects and arrays that are still open, without what is within their finished members, and
 * the open string; while nothing is added it returns the same tree. At most 500 brackets may be
 * open at once, and the text has a limit: what exceeds either, or is no JSON, is a {@link
 * #problem}, and the value stays as it was before.
 */
public final class JsonValueAccumulator {

  /** The most characters that are taken unless {@link #upTo} says otherwise: 16 Mi. */
  public static final int USUAL_LIMIT = 1 << 24;

  private final int limit;
  private final StringBuilder text = new StringBuilder();
  private final Deque<OpenBranch> open = new ArrayDeque<>();
  private final StringBuilder quoted = new StringBuilder();
  private final JsonSyntax syntax = new JsonSyntax(new Growth());
  private Quote quote = Quote.NONE;
  private @Nullable JsonTree root;
  private @Nullable JsonTree seen;
  private int known;
  private boolean grown;
  private boolean behind; // whether the value is known up to behind the character that is taken
  private boolean tooLong;

  /** Begins a value of at most {@link #USUAL_LIMIT} characters. */
  public JsonValueAccumulator() {
    this(USUAL_LIMIT);
  }

  private JsonValueAccumulator(int limit) {
    this.limit = limit;
  }

  /**
   * Begins a value of at most that many characters.
   *
   * @throws IllegalArgumentException if the number is not positive
   */
  public static JsonValueAccumulator upTo(int characters) {
    if (characters < 1) {
      throw new IllegalArgumentException("a limit of " + characters + " characters; use 1 or more");
    }
    return new JsonValueAccumulator(characters);
  }

  /** Adds the next part of the text. Returns whether more of the value is known than before. */
  public boolean add(String part) {
    grown = false;
    for (int i = 0; i < part.length() && problem().isEmpty(); i++) {
      add(part.charAt(i));
    }
    if (grown) {
      seen = null;
    }
    return grown;
  }

  /**
   * Says that the text is over, so that a number at its end is known. Returns whether more of the
   * value is known than before; a text that is no whole value then has a {@link #problem}.
   */
  public boolean finish() {
    grown = false;
    if (problem().isEmpty()) {
      syntax.finish();
    }
    if (grown) {
      seen = null;
    }
    return grown;
  }

  /** The value as far as it is known; empty if nothing is. */
  public Optional<JsonTree> value() {
    if (seen == null) {
      seen = snapshot();
    }
    return Optional.ofNullable(seen);
  }

  /**
   * The value as far as it is known, as JSON: the text as it was written, with the quote and the
   * brackets that are missing. Takes time in proportion to the text.
   */
  public Optional<Json> json() {
    if (known == 0) {
      return Optional.empty();
    }
    var json = new StringBuilder(known + open.size() + 1).append(text, 0, known);
    if (quote == Quote.VALUE) {
      json.append('"');
    }
    open.forEach(branch -> json.append(branch.bracket()));
    return Optional.of(Json.verbatim(json.toString()));
  }

  /** Whether the text so far is one whole value. */
  public boolean isWhole() {
    return syntax.isWhole() && problem().isEmpty();
  }

  /**
   * Why the text is no JSON value, in one line that says at which character, counted from 1, and
   * quotes nothing of the text. Empty as long as it can become one.
   */
  public Optional<String> problem() {
    return tooLong ? Optional.of("JSON of more than " + limit + " characters") : syntax.problem();
  }

  private void add(char character) {
    if (text.length() == limit) {
      tooLong = true;
      return;
    }
    behind = false;
    if (syntax.take(character)) {
      text.append(character);
      known = behind ? text.length() : known;
    }
  }

  private @Nullable JsonTree snapshot() {
    if (known == 0) {
      return null;
    }
    JsonTree inner = quote == Quote.VALUE ? new JsonTree.Text(wholePairs()) : root;
    for (OpenBranch branch : open) {
      inner = branch.with(Optional.ofNullable(inner));
    }
    return inner;
  }

  /** The open string without half a surrogate pair at its end. */
  private String wholePairs() {
    int length = quoted.length();
    boolean half = length > 0 && Character.isHighSurrogate(quoted.charAt(length - 1));
    return quoted.substring(0, half ? length - 1 : length);
  }

  private void complete(JsonTree value) {
    if (open.isEmpty()) {
      root = value;
    } else {
      open.peek().add(value);
    }
  }

  private void know() {
    behind = true;
    grown = true;
  }

  /** What the characters between two quotes are. */
  private enum Quote {
    NONE,
    NAME,
    VALUE
  }

  /** Adds to the value what the grammar finds. */
  private final class Growth implements JsonParts {
    @Override
    public void opened(char bracket) {
      open.push(OpenBranch.of(bracket));
      know();
    }

    @Override
    public void closed() {
      complete(open.pop().whole());
      know();
    }

    @Override
    public void nameBegins() {
      quoted.setLength(0);
      quote = Quote.NAME;
    }

    @Override
    public void stringBegins() {
      quoted.setLength(0);
      quote = Quote.VALUE;
      know();
    }

    @Override
    public void character(char unit) {
      quoted.append(unit);
      if (quote == Quote.VALUE && !Character.isHighSurrogate(unit)) {
        know();
      }
    }

    @Override
    public void quoted() {
      if (quote == Quote.NAME) {
        open.element().name(quoted.toString());
      } else {
        complete(new JsonTree.Text(quoted.toString()));
        know();
      }
      quote = Quote.NONE;
    }

    @Override
    public void word(String word) {
      complete(new JsonTree.Literal(word));
      know();
    }

    @Override
    public void number(String number) {
      complete(new JsonTree.Literal(number));
      known = text.length(); // without the character behind it, which is being taken
      grown = true;
    }
  }
}
