package io.sluice.simulator.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The values that a prompt offers: its numbers, quoted words and names. Each is used once. Mutable,
 * one answer, not thread-safe.
 */
public final class PromptValues {
  private static final int LONGEST = 10_000;
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.])-?\\d{1,15}(\\.\\d{1,15})?(?!\\w)");
  private static final Pattern QUOTED =
      Pattern.compile(
          "\"([^\"]{1,200})\"|“([^”]{1,200})”|`([^`]{1,200})`|(?<!\\w)'([^']{1,200})'(?!\\w)");
  private static final Pattern NAME =
      Pattern.compile("\\p{Lu}[\\p{L}\\p{N}'’-]*(?: \\p{Lu}[\\p{L}\\p{N}'’-]*){0,4}");
  private static final Set<String> TIMES =
      Set.of(
          "Monday",
          "Tuesday",
          "Wednesday",
          "Thursday",
          "Friday",
          "Saturday",
          "Sunday",
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December",
          "JSON");
  private static final List<String> COUNTS =
      List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
  private static final Set<String> NAMED =
      Set.of(
          "address",
          "author",
          "capital",
          "city",
          "cities",
          "company",
          "country",
          "destination",
          "from",
          "location",
          "name",
          "names",
          "origin",
          "person",
          "place",
          "region",
          "state",
          "to",
          "topic",
          "town",
          "user",
          "where");
  private static final Set<String> WHOLE =
      Set.of("input", "prompt", "q", "query", "question", "request", "search", "term");
  private static final Set<String> PROSE =
      Set.of(
          "answer",
          "body",
          "comment",
          "content",
          "description",
          "detail",
          "details",
          "explanation",
          "message",
          "note",
          "output",
          "reason",
          "reasoning",
          "reply",
          "response",
          "result",
          "summary",
          "text",
          "thought");

  private final String prompt;
  private final Supplier<String> prose;
  private final List<String> names;
  private final List<String> quoted;
  private final List<BigDecimal> numbers;
  private final Set<Object> used = new LinkedHashSet<>();

  /**
   * Reads a prompt.
   *
   * @param prose the model's own words on it, for fields that want a sentence
   */
  public PromptValues(String prompt, Supplier<String> prose) {
    this.prompt = prompt.length() > LONGEST ? prompt.substring(0, LONGEST) : prompt;
    this.prose = prose;
    this.quoted = QUOTED.matcher(this.prompt).results().map(PromptValues::inner).toList();
    this.names = names(this.prompt);
    this.numbers =
        NUMBER
            .matcher(this.prompt)
            .results()
            .map(number -> new BigDecimal(number.group()))
            .toList();
  }

  private static String inner(MatchResult quotation) {
    for (int group = 1; group <= quotation.groupCount(); group++) {
      if (quotation.group(group) != null) {
        return quotation.group(group);
      }
    }
    return quotation.group();
  }

  /** Capitalized words, but not a single one where a sentence begins. */
  private static List<String> names(String prompt) {
    var names = new ArrayList<String>();
    for (MatchResult name : NAME.matcher(prompt).results().toList()) {
      String before = prompt.substring(0, name.start()).stripTrailing();
      boolean begins =
          before.isEmpty() || ".?!:\n".indexOf(before.charAt(before.length() - 1)) >= 0;
      String text = name.group();
      String rest = begins ? text.substring(text.indexOf(' ') + 1) : text;
      if ((!begins || text.contains(" ")) && rest.length() > 1 && !TIMES.contains(rest)) {
        names.add(rest);
      }
    }
    return names;
  }

  /** The names that are not used yet, in their order. */
  public List<String> names() {
    return names.stream().filter(name -> !used.contains(name)).distinct().toList();
  }

  /** Whether a property of this name and schema wants a name. */
  public static boolean wantsName(String property, Object schema) {
    return FieldHint.of(property, schema).isAbout(NAMED);
  }

  /** How many things the prompt wants, in a word: "three rivers". */
  OptionalInt count() {
    String words = " " + prompt.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", " ") + " ";
    for (int i = 1; i < COUNTS.size(); i++) {
      if (words.contains(" " + COUNTS.get(i) + " ")) {
        return OptionalInt.of(i + 1);
      }
    }
    return OptionalInt.empty();
  }

  /** The text that fits a field best. */
  Optional<String> text(FieldHint hint, Predicate<String> fits) {
    var offered = new ArrayList<String>();
    labelled(hint, "[^\\s,;]{1,100}").ifPresent(offered::add);
    offered.addAll(quoted);
    if (hint.isAbout(NAMED)) {
      offered.addAll(names);
    }
    Optional<String> word = first(offered, fits);
    if (word.isPresent()) {
      return word;
    }
    if (hint.names(WHOLE) && fits.test(prompt.strip()) && !prompt.isBlank()) {
      return Optional.of(prompt.strip());
    }
    return hint.names(PROSE) ? Optional.of(prose.get()).filter(fits) : Optional.empty();
  }

  /** The number that fits a field best. */
  Optional<BigDecimal> number(FieldHint hint, Predicate<BigDecimal> fits) {
    var offered = new ArrayList<BigDecimal>();
    labelled(hint, "-?\\d{1,15}(?:\\.\\d{1,15})?").map(BigDecimal::new).ifPresent(offered::add);
    offered.addAll(numbers);
    return first(offered, fits);
  }

  /** What the prompt says of a switch: false if it names it with a "no", true if it names it. */
  Optional<Boolean> truth(FieldHint hint) {
    if (hint.words().isEmpty()) {
      return Optional.empty();
    }
    String name = String.join("[ _-]?", hint.words().stream().map(Pattern::quote).toList());
    if (!found("\\b" + name + "\\b")) {
      return Optional.empty();
    }
    return Optional.of(
        !found("\\b(?:no|not|without|never|disable|isn't|don't)\\s+(?:\\w+\\s+)?" + name + "\\b")
            && !found("\\b" + name + "\\b\\W+(?:is |= ?)?(?:false|off|no)\\b"));
  }

  /** Those of the values that the prompt names, the unused first. */
  List<Object> listed(List<?> values) {
    var named = new ArrayList<Object>();
    for (Object value : values) {
      if (value instanceof String text
          && !text.isBlank()
          && found("\\b" + Pattern.quote(text).replace("_", "\\E[ _-]\\Q") + "(?!\\w)")) {
        named.add(value);
      }
    }
    List<Object> fresh = named.stream().filter(value -> !used.contains(value)).toList();
    used.addAll(fresh.isEmpty() ? List.of() : List.of(fresh.get(0)));
    return fresh.isEmpty() ? named : fresh;
  }

  private Optional<String> labelled(FieldHint hint, String value) {
    if (hint.words().isEmpty()) {
      return Optional.empty();
    }
    String name = String.join("[ _-]?", hint.words().stream().map(Pattern::quote).toList());
    return Pattern.compile(
            "(?i:\\b"
                + name
                + "\\b)\\s*(?:[:=]|\\bis\\b|\\bof\\b|\\bcalled\\b|\\bnamed\\b)\\s*[\"'“`]?("
                + value
                + ")")
        .matcher(prompt)
        .results()
        .map(found -> found.group(1).replaceAll("[\"'”`.?!]+$", ""))
        .filter(found -> !found.isEmpty())
        .findFirst();
  }

  private boolean found(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(prompt)
        .find();
  }

  /** The first unused value that fits, which is used from now on. */
  private <T> Optional<T> first(List<T> offered, Predicate<T> fits) {
    Optional<T> fresh =
        offered.stream().filter(value -> !used.contains(value)).filter(fits).findFirst();
    fresh.ifPresent(used::add);
    return fresh;
  }
}
