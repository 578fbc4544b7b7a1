package io.sluice.cli.prompt;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Flag;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.settings.NamedPrompt;
import io.sluice.settings.SettingValue;
import io.sluice.text.NearestName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;

/** Fills the fields of the prompt that a call names. */
final class PromptFields {
  private final Set<String> known;
  private final Map<String, String> values = new HashMap<>();

  private PromptFields(Set<String> known) {
    this.known = known;
  }

  /** The flag that fills a field. */
  static OptionSpec flag() {
    return Flag.value(
        FlagKey.FIELD, "NAME=VALUE", "fills {NAME} in the text of a named prompt; repeatable");
  }

  /**
   * The text of the named prompt with all fields filled but the input; empty if there is none.
   *
   * @throws UsageException in one line, if a field is missing, unknown or given twice
   */
  static Optional<PromptTemplate> fill(Arguments arguments) {
    Optional<NamedPrompt> named = arguments.prompt();
    if (named.isEmpty()) {
      if (arguments.flagged(FlagKey.FIELD)) {
        throw new UsageException(
            FlagKey.FIELD.flag()
                + " fills a prompt of sluice.yaml; name one with "
                + FlagKey.PROMPT.flag());
      }
      return Optional.empty();
    }
    Optional<PromptTemplate> template = named.get().text().map(PromptFields::template);
    var fields = new PromptFields(template.map(PromptTemplate::fields).orElse(Set.of()));
    arguments.values(FlagKey.FIELD).forEach(fields::take);
    fields.refuseMissing(named.get().name());
    return template.map(text -> text.with(fields.values));
  }

  private static PromptTemplate template(SettingValue text) {
    try {
      return PromptTemplate.parse(text.text());
    } catch (IllegalArgumentException malformed) {
      throw new UsageException(text.by() + ": " + malformed.getMessage(), malformed);
    }
  }

  private void take(SettingValue given) {
    int equals = given.text().indexOf('=');
    if (equals < 1) {
      throw new UsageException(given.by() + " is '" + given.text() + "'; use NAME=VALUE");
    }
    String name = given.text().substring(0, equals);
    if (!known.contains(name)) {
      throw new UsageException(given.by() + ": " + NearestName.unknown("field", name, known));
    }
    if (values.put(name, given.text().substring(equals + 1)) != null) {
      throw new UsageException(given.by() + " gives '" + name + "' twice; leave one of them");
    }
  }

  private void refuseMissing(String prompt) {
    List<String> missing = known.stream().filter(name -> !values.containsKey(name)).toList();
    if (!missing.isEmpty()) {
      throw new UsageException(
          missing.stream()
              .map(name -> FlagKey.FIELD.flag() + " " + name + "=VALUE")
              .collect(
                  Collectors.joining(" ", "prompt '" + prompt + "' has fields to fill; add ", "")));
    }
  }
}
