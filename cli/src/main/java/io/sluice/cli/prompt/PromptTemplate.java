package io.sluice.cli.prompt;

import io.sluice.cli.command.PromptText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with fields, such as <code>Review {file}: {input}</code>. A doubled brace stands for a
 * single one. What fills a field is taken as it is: its braces are no fields. Immutable.
 */
public final class PromptTemplate {
  private static final String INPUT = "input";
  private static final Pattern BRACES =
      Pattern.compile("\\{\\{|}}|\\{(?<field>[\\p{L}\\p{N}_.-]+)}|[{}]");

  private final List<Piece> pieces;

  private PromptTemplate(List<Piece> pieces) {
    this.pieces = List.copyOf(pieces);
  }

  /**
   * Reads a template; line breaks at its end do not count.
   *
   * @throws IllegalArgumentException in one line, if a brace is neither doubled nor that of a field
   */
  public static PromptTemplate parse(String written) {
    String text = PromptText.withoutLastBreaks(written);
    List<Piece> pieces = new ArrayList<>();
    Matcher braces = BRACES.matcher(text);
    int end = 0;
    while (braces.find()) {
      pieces.add(new Literal(text.substring(end, braces.start())));
      pieces.add(piece(braces));
      end = braces.end();
    }
    pieces.add(new Literal(text.substring(end)));
    return new PromptTemplate(pieces);
  }

  private static Piece piece(Matcher braces) {
    String field = braces.group("field");
    if (field != null) {
      return new Field(field);
    }
    String brace = braces.group().substring(0, 1);
    if (braces.group().length() == 1) {
      throw new IllegalArgumentException(
          "the '%s' at character %d belongs to no field such as {file}; write '%s' for a brace"
              .formatted(brace, braces.start() + 1, brace + brace));
    }
    return new Literal(brace);
  }

  /** The names of the fields in their order, without that of the input. */
  Set<String> fields() {
    Set<String> names = new LinkedHashSet<>();
    pieces.forEach(piece -> piece.field().ifPresent(names::add));
    names.remove(INPUT);
    return names;
  }

  /** Whether the text says where the input stands. */
  boolean takesInput() {
    return pieces.contains(new Field(INPUT));
  }

  /** Returns a copy of this template with the fields filled that {@code values} names. */
  PromptTemplate with(Map<String, String> values) {
    return new PromptTemplate(pieces.stream().map(piece -> piece.with(values)).toList());
  }

  /**
   * The text with all fields filled, of which the input is none.
   *
   * @throws IllegalArgumentException in one line, if a value is missing
   */
  public String filled(Map<String, String> values) {
    for (Piece piece : pieces) {
      String field = piece.field().orElse("");
      if (!field.isEmpty() && !values.containsKey(field)) {
        throw new IllegalArgumentException(
            "there is no field '%s'; it has %s"
                .formatted(field, values.isEmpty() ? "none" : String.join(", ", values.keySet())));
      }
    }
    return with(values).pieces.stream().map(Piece::text).collect(Collectors.joining());
  }

  /**
   * The text with that input: in its place, or else behind the text after a blank line, unless one
   * of them is blank.
   *
   * @throws IllegalStateException if another field is not filled yet
   */
  String around(String input) {
    String text =
        with(Map.of(INPUT, input)).pieces.stream().map(Piece::text).collect(Collectors.joining());
    if (takesInput() || input.isBlank()) {
      return text;
    }
    return text.isBlank() ? input : text + "\n\n" + input;
  }

  /** A part of the text. */
  private sealed interface Piece {
    /** The name of the field; empty for text. */
    Optional<String> field();

    /** The text of this part of the template. */
    String text();

    default Piece with(Map<String, String> values) {
      return field().map(values::get).<Piece>map(Literal::new).orElse(this);
    }
  }

  private record Literal(String text) implements Piece {
    @Override
    public Optional<String> field() {
      return Optional.empty();
    }
  }

  private record Field(String name) implements Piece {
    @Override
    public Optional<String> field() {
      return Optional.of(name);
    }

    @Override
    public String text() {
      throw new IllegalStateException("field '" + name + "' is not filled");
    }
  }
}
