package io.sluice.settings;

import io.sluice.settings.YamlPiece.Items;
import io.sluice.settings.YamlPiece.Member;
import io.sluice.settings.YamlPiece.Members;
import io.sluice.settings.YamlPiece.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** Makes settings of a file, and refuses what it may not say: in one line, with the place. */
final class SettingsReader {
  private final BiConsumer<SettingKey, String> guard;
  private final Map<String, String> environment;
  private final Path folder;
  private final Map<SettingKey, Setting> settings = new EnumMap<>(SettingKey.class);
  private final Map<String, EndpointEntry> endpoints = new LinkedHashMap<>();
  private final Map<String, Setting> aliases = new LinkedHashMap<>();
  private final Map<String, ModelPrices> prices = new LinkedHashMap<>();
  private final Map<String, NamedPrompt> prompts = new LinkedHashMap<>();
  private final Map<SettingKey, Setting> served = new EnumMap<>(SettingKey.class);
  private final List<CallerToken> tokens = new ArrayList<>();
  private final List<String> trust = new ArrayList<>();

  private SettingsReader(
      Path folder, Map<String, String> environment, BiConsumer<SettingKey, String> guard) {
    this.folder = folder;
    this.environment = environment;
    this.guard = guard;
  }

  /**
   * What {@code members} say.
   *
   * @param folder where the file lies
   * @param environment all variables, of which the home is one
   * @param guard is shown each key at the top or of a prompt, and its place; throws if this file
   *     may not say it
   */
  static SettingsFile read(
      Members members,
      Path folder,
      Map<String, String> environment,
      BiConsumer<SettingKey, String> guard) {
    return new SettingsReader(folder, environment, guard).read(members);
  }

  private SettingsFile read(Members file) {
    file.members().forEach(this::take);
    return new SettingsFile(
        settings,
        endpoints,
        aliases,
        prices,
        prompts,
        new ServeEntry(served, tokens),
        List.copyOf(trust));
  }

  private void take(String word, Member member) {
    SettingKey key = KnownKeys.atTheTop(word, member.place());
    guard.accept(key, member.place());
    switch (key) {
      case ENDPOINTS ->
          members(word, member)
              .members()
              .forEach((name, said) -> endpoints.put(name, endpoint(name, said)));
      case ALIASES ->
          members(word, member)
              .members()
              .forEach((alias, model) -> aliases.put(alias, alias(alias, model)));
      case PRICES ->
          members(word, member)
              .members()
              .forEach((model, said) -> prices.put(model, PriceReader.read(model, said)));
      case PROMPTS ->
          members(word, member)
              .members()
              .forEach((name, said) -> prompts.put(name, prompt(name, said)));
      case SERVE -> members(word, member).members().forEach(this::serve);
      case TRUST ->
          list(word, member)
              .forEach(trusted -> trust.add(WrittenPath.in(folder, trusted, environment)));
      default -> settings.put(key, setting(key, member));
    }
  }

  private void serve(String word, Member member) {
    SettingKey key = KnownKeys.ofServe(word, member.place());
    if (key == SettingKey.TOKENS) {
      tokens.addAll(CallerTokenReader.read(member));
    } else {
      served.put(key, setting(key, member));
    }
  }

  private EndpointEntry endpoint(String name, Member said) {
    return new EndpointEntry(name, nested(name, said, KnownKeys::ofAnEndpoint));
  }

  private NamedPrompt prompt(String name, Member said) {
    return new NamedPrompt(name, nested(name, said, this::ofAPrompt));
  }

  /** Prompts as such are harmless, so each of their keys has to pass the guard by itself. */
  private SettingKey ofAPrompt(String word, String place) {
    SettingKey key = KnownKeys.ofAPrompt(word, place);
    guard.accept(key, place);
    return key;
  }

  private Map<SettingKey, Setting> nested(
      String name, Member said, BiFunction<String, String, SettingKey> known) {
    Map<SettingKey, Setting> own = new EnumMap<>(SettingKey.class);
    members(name, said)
        .members()
        .forEach(
            (word, member) -> {
              SettingKey key = known.apply(word, member.place());
              own.put(key, setting(key, member));
            });
    return own;
  }

  private static Setting alias(String alias, Member model) {
    return new Setting(alias, List.of(text(alias, model.value())), model.place());
  }

  private Setting setting(SettingKey key, Member member) {
    String word = key.word();
    List<String> values = values(key, member);
    if (key.namesFiles()) {
      values = values.stream().map(value -> WrittenPath.in(folder, value, environment)).toList();
    }
    return new Setting(word, values, member.place());
  }

  /** The members of a key are kept as they would stand in a message: {@code name: value}. */
  private static List<String> values(SettingKey key, Member member) {
    String word = key.word();
    if (!key.hasMembers()) {
      return key.isList() ? list(word, member) : List.of(text(word, member.value()));
    }
    return members(word, member).members().entrySet().stream()
        .map(one -> one.getKey() + ": " + text(one.getKey(), one.getValue().value()))
        .toList();
  }

  static List<String> list(String key, Member member) {
    return member.value() instanceof Items items && !items.items().isEmpty()
        ? items.items().stream().map(item -> text(key, item)).toList()
        : List.of(text(key, member.value()));
  }

  static String text(String key, YamlPiece piece) {
    if (piece instanceof Text text) {
      return text.text();
    }
    throw new SettingsException(
        piece.place()
            + ": '"
            + key
            + (piece instanceof YamlPiece.Nothing
                ? "' has no value; give it one, or leave the line out"
                : "' takes one value; write it behind the colon"));
  }

  private static Members members(String key, Member member) {
    if (member.value() instanceof Members members) {
      return members;
    }
    throw new SettingsException(
        member.place() + ": '" + key + "' holds further keys; write them below it, indented");
  }
}
