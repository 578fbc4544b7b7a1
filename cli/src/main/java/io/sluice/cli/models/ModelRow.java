package io.sluice.cli.models;

import io.sluice.chat.Json;
import io.sluice.cli.terminal.TerminalText;
import io.sluice.json.JsonWriter;
import io.sluice.settings.Setting;
import io.sluice.wire.models.ListedModel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A line of the list.
 *
 * @param name what a request may ask for
 * @param aliasOf the model that an alias stands for; empty if the server offers the name
 * @param json what is known of it, as one object
 */
record ModelRow(String name, Optional<String> aliasOf, Json json) {
  static ModelRow of(ListedModel model) {
    return new ModelRow(model.name(), Optional.empty(), model.json());
  }

  static ModelRow of(Setting alias) {
    Json json =
        JsonWriter.json(text -> text.field("id", alias.key()).field("alias_of", alias.value()));
    return new ModelRow(alias.key(), Optional.of(alias.value()), json);
  }

  /** Whether the name, or what it stands for, contains all these words; case does not count. */
  boolean contains(List<String> words) {
    String all = (name + " " + aliasOf.orElse("")).toLowerCase(Locale.ROOT);
    return words.stream().allMatch(word -> all.contains(word.toLowerCase(Locale.ROOT)));
  }

  /** The name of the model, such as {@code gpt-4o-mini}, or {@code fast (alias of gpt-4o-mini)}. */
  String text() {
    return TerminalText.of(name)
        + aliasOf.map(model -> " (alias of " + TerminalText.of(model) + ")").orElse("");
  }

  /** The object on one line, as it came from the server. */
  String jsonLine() {
    return json.text().replace('\n', ' ').replace('\r', ' ');
  }
}
