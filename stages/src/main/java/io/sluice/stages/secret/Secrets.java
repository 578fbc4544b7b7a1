package io.sluice.stages.secret;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Kinds of secrets that are to be replaced in a text. Immutable; each method returns a set with one
 * kind more.
 */
public final class Secrets {

  /** The most characters of a name. */
  public static final int LONGEST_NAME = 100;

  private final List<Supplier<SecretRule>> rules;

  private Secrets(List<Supplier<SecretRule>> rules) {
    this.rules = List.copyOf(rules);
  }

  /** No kind. */
  public static Secrets none() {
    return new Secrets(List.of());
  }

  /** Keys, e-mail addresses and card numbers. */
  public static Secrets usual() {
    return none().keys().emails().cards();
  }

  /**
   * Adds keys of services, which are known by how they begin ({@code sk-}, {@code AKIA}, {@code
   * ghp_} and the like), JSON web tokens, and private keys in PEM form. {@code [key]} replaces
   * them.
   */
  public Secrets keys() {
    return with(KeyRule::new).with(PrivateKeyRule::new);
  }

  /** Adds e-mail addresses. {@code [email]} replaces them. */
  public Secrets emails() {
    return with(EmailRule::new);
  }

  /**
   * Adds numbers of payment cards: 13 to 19 digits whose check digit is right, with blanks, dashes
   * or dots between groups of them. {@code [card]} replaces them.
   */
  public Secrets cards() {
    return with(CardRule::new);
  }

  /**
   * Adds names, in any case and as whole words. {@code [name]} replaces them.
   *
   * @throws IllegalArgumentException if a name is blank or longer than {@value #LONGEST_NAME}
   *     characters
   */
  public Secrets names(Collection<String> names) {
    for (String name : names) {
      if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
        throw new IllegalArgumentException(
            "a name to redact has "
                + name.strip().length()
                + " characters; use 1 to "
                + LONGEST_NAME);
      }
    }
    var rule = new NameRule(List.copyOf(names));
    return with(() -> rule);
  }

  /**
   * Adds what a regular expression matches, in at most 256 characters from where the match begins;
   * what it would match behind them stays. {@code [removed]} replaces it.
   */
  public Secrets pattern(Pattern pattern) {
    return with(() -> new PatternRule(pattern));
  }

  /** Whether there is no kind. */
  public boolean isEmpty() {
    return rules.isEmpty();
  }

  /** The most characters of a text that a filter holds back until it can decide. */
  public int longestHeldBack() {
    return rules.stream().mapToInt(rule -> rule.get().longest()).max().orElse(0);
  }

  /** A filter for one text. */
  public SecretFilter filter() {
    return new SecretFilter(made());
  }

  /** A filter for JSON texts, such as the arguments of a call. */
  public JsonSecretFilter jsonFilter() {
    return new JsonSecretFilter(made());
  }

  /** A complete text without its secrets. */
  public String redacted(String text) {
    SecretFilter filter = filter();
    String begun = filter.add(text);
    return begun + filter.end();
  }

  private List<SecretRule> made() {
    return rules.stream().<SecretRule>map(Supplier::get).toList();
  }

  private Secrets with(Supplier<SecretRule> rule) {
    return new Secrets(Stream.concat(rules.stream(), Stream.of(rule)).toList());
  }
}
