package io.sluice.wire;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The default server and model of a dialect, and the environment variables that name others.
 *
 * @param keyVariables the variables with the key, one at least; the first that is set counts
 * @param urlVariables the variables with the server's URL, one at least; the first counts that is
 *     set and not blank
 * @param url the default server, if there is one
 * @param model the default model, if there is one
 */
public record DialectDefaults(
    List<String> keyVariables,
    List<UrlVariable> urlVariables,
    Optional<String> url,
    Optional<String> model) {

  static final String OPENAI_NAME = "openai";

  private static final Pattern LOCAL = Pattern.compile("^https?://(localhost|127\\.|\\[::1])");

  static final DialectDefaults OPENAI =
      of(OPENAI_NAME).at("https://api.openai.com/v1").asking("gpt-4o-mini");

  /** Copies the lists. */
  public DialectDefaults {
    keyVariables = List.copyOf(keyVariables);
    urlVariables = List.copyOf(urlVariables);
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(model, "model");
  }

  /**
   * Defaults without a server: {@code ACME_API_KEY} and {@code ACME_BASE_URL} for a dialect named
   * {@code "acme"}.
   */
  public static DialectDefaults of(String dialect) {
    String prefix = dialect.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    return new DialectDefaults(
        List.of(prefix + "_API_KEY"),
        List.of(UrlVariable.of(prefix + "_BASE_URL")),
        Optional.empty(),
        Optional.empty());
  }

  /** A copy with other variables for the key, in the order in which they are looked at. */
  public DialectDefaults keyedBy(String... variables) {
    return new DialectDefaults(List.of(variables), urlVariables, url, model);
  }

  /** A copy with other variables for the server, in the order in which they are looked at. */
  public DialectDefaults locatedBy(UrlVariable... variables) {
    return new DialectDefaults(keyVariables, List.of(variables), url, model);
  }

  /** The default server, if it is on this machine: it needs neither a key nor a name. */
  public Optional<String> localUrl() {
    return url.filter(server -> LOCAL.matcher(server).find());
  }

  /** The variable to name to a person who has to set the key. */
  public String keyVariable() {
    return keyVariables.get(0);
  }

  /** The variable to name to a person who has to set the server. */
  public String urlVariable() {
    return urlVariables.get(0).name();
  }

  /** A copy with a server's base URL. */
  public DialectDefaults at(String server) {
    return new DialectDefaults(keyVariables, urlVariables, Optional.of(server), model);
  }

  /** A copy with a model. */
  public DialectDefaults asking(String name) {
    return new DialectDefaults(keyVariables, urlVariables, url, Optional.of(name));
  }

  /**
   * The endpoint that the variables name; the default server if no URL is set.
   *
   * @throws IllegalStateException if none is set, or no URL is set and there is no default server
   * @throws IllegalArgumentException if one of them is malformed
   */
  public Endpoint endpoint(Map<String, String> variables) {
    Optional<String> key =
        keyVariables.stream().map(variables::get).filter(Objects::nonNull).findFirst();
    if (key.isEmpty() && urlVariables.stream().noneMatch(v -> variables.containsKey(v.name()))) {
      throw new IllegalStateException(
          "neither "
              + keyVariable()
              + " nor "
              + urlVariable()
              + " is set; set the one your server needs");
    }
    Endpoint endpoint = Endpoint.of(named(variables).or(() -> url).orElseThrow(this::nowhere));
    return key.map(endpoint::withKey).orElse(endpoint);
  }

  private Optional<String> named(Map<String, String> variables) {
    return urlVariables.stream()
        .filter(variable -> !variables.getOrDefault(variable.name(), "").isBlank())
        .map(variable -> variable.url(variables.getOrDefault(variable.name(), "")))
        .findFirst();
  }

  private IllegalStateException nowhere() {
    return new IllegalStateException(
        urlVariable() + " is not set; set it to the URL of your server");
  }

  /**
   * An environment variable that says where a server is.
   *
   * @param name the variable's name
   * @param form the URL that a value makes which is none itself, with {@code {}} in the place of
   *     the value; a port at its end is left out if the value has one. {@code {}} alone for a
   *     variable that always holds a URL
   */
  public record UrlVariable(String name, String form) {

    private static final String VALUE = "{}";
    private static final Pattern PORT = Pattern.compile(":\\d+$");

    /** Refuses null. */
    public UrlVariable {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(form, "form");
    }

    /** A variable that holds a URL. */
    public static UrlVariable of(String name) {
      return new UrlVariable(name, VALUE);
    }

    /** The URL that this value of the variable names, not yet checked. */
    public String url(String value) {
      String text = value.strip();
      if (text.contains("://")) {
        return text;
      }
      boolean hasPort = PORT.matcher(text).find();
      String shape = hasPort ? PORT.matcher(form).replaceFirst("") : form;
      return shape.replace(VALUE, text.startsWith(":") ? "localhost" + text : text);
    }
  }
}
