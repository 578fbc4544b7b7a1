package io.sluice.tokens;

import io.sluice.tokens.image.PictureRule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** How the tokens of models are counted, by the beginnings of their names. Immutable. */
final class ModelTable {

  static final ModelTable SHIPPED = read("models.txt");

  private static final Pattern QUALIFIED =
      Pattern.compile("^(?:(?:[^/]+/)*(?:openai|azure)/)?(?:ft:)?");
  private static final Pattern LIKE_OPENAI =
      Pattern.compile("^(?:gpt|chatgpt|codex|o\\d).*", Pattern.DOTALL);
  private static final String ENDS_OF_A_NAME = "-:@";
  private static final String ASSUMED = "~";
  private static final String UNKNOWN = "-";

  private final Map<String, ModelEncoding> rows;

  private ModelTable(Map<String, ModelEncoding> rows) {
    this.rows = Map.copyOf(rows);
  }

  ModelEncoding find(String model) {
    String name = QUALIFIED.matcher(model.toLowerCase(Locale.ROOT)).replaceFirst("");
    return longest(name, end -> endsThere(name, end)).orElseGet(() -> unknown(name));
  }

  /** A known name must end where a word does: {@code gpt-4} is not the beginning of gpt-4o. */
  private static boolean endsThere(String name, int end) {
    return end == name.length() || ENDS_OF_A_NAME.indexOf(name.charAt(end)) >= 0;
  }

  private Optional<ModelEncoding> longest(String name, IntPredicate mayEnd) {
    for (int end = name.length(); end > 0; end--) {
      ModelEncoding row = mayEnd.test(end) ? rows.get(name.substring(0, end)) : null;
      if (row != null) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  /** New models of a known family, such as gpt-5.9, are likely to be wrapped as the family is. */
  private ModelEncoding unknown(String name) {
    Basis basis = LIKE_OPENAI.matcher(name).matches() ? Basis.ASSUMED : Basis.ESTIMATED;
    PromptFormula formula =
        longest(name, end -> true).map(ModelEncoding::formula).orElse(PromptFormula.CHAT);
    return new ModelEncoding(TokenEncoding.O200K_BASE, basis, formula, basis, Optional.empty());
  }

  private static ModelTable read(String resource) {
    try (InputStream in = ModelTable.class.getResourceAsStream(resource);
        var lines =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(in, resource), StandardCharsets.UTF_8))) {
      Map<String, ModelEncoding> rows = new HashMap<>();
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.trim().split("\\s+", 4))
          .forEach(columns -> rows.put(columns[0], row(columns[1], columns[2], columns[3])));
      return new ModelTable(rows);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static ModelEncoding row(String encoding, String formula, String pictures) {
    boolean known = !formula.equals(UNKNOWN);
    boolean assumed = formula.startsWith(ASSUMED);
    return new ModelEncoding(
        TokenEncoding.named(encoding).orElseThrow(),
        Basis.EXACT,
        known
            ? PromptFormula.named(assumed ? formula.substring(1) : formula).orElseThrow()
            : PromptFormula.CHAT,
        !known ? Basis.ESTIMATED : assumed ? Basis.ASSUMED : Basis.EXACT,
        PictureRule.read(pictures));
  }
}
