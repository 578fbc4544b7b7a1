package io.sluice.cli.settings;

import io.sluice.cli.settings.YamlPiece.Items;
import io.sluice.cli.settings.YamlPiece.Member;
import io.sluice.cli.settings.YamlPiece.Members;
import io.sluice.cli.settings.YamlPiece.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Makes settings of a file, and refuses what it may not say: in one line, with the place. */
final class ConfigReader {
  private final Consumer<Setting> guard;
  private final Map<String, String> environment;
  private final Path folder;
  private final Map<String, Setting> settings = new LinkedHashMap<>();
  private final Map<String, NamedEndpoint> endpoints = new LinkedHashMap<>();
  private final Map<String, Setting> aliases = new LinkedHashMap<>();
  private final List<String> trust = new ArrayList<>();

  private ConfigReader(Path folder, Map<String, String> environment, Consumer<Setting> guard) {
    this.folder = folder;
    this.environment = environment;
    this.guard = guard;
  }

  /**
   * What {@code members} say.
   *
   * @param folder where the file lies
   * @param environment all variables, of which the home is one
   * @param guard is shown each key at the top; throws if this file may not say it
   */
  static ConfigFile read(
      Members members, Path folder, Map<String, String> environment, Consumer<Setting> guard) {
    return new ConfigReader(folder, environment, guard).read(members);
  }

  private ConfigFile read(Members file) {
    file.members().forEach(this::take);
    return new ConfigFile(settings, endpoints, aliases, List.copyOf(trust));
  }

  private void take(String key, Member member) {
    ConfigKeys.check(key, member.place());
    guard.accept(new Setting(key, List.of(), member.place()));
    switch (key) {
      case ConfigKeys.ENDPOINTS ->
          members(key, member)
              .members()
              .forEach((name, said) -> endpoints.put(name, endpoint(name, said)));
      case ConfigKeys.ALIASES ->
          members(key, member)
              .members()
              .forEach((alias, model) -> aliases.put(alias, setting(alias, model)));
      case ConfigKeys.TRUST ->
          list(key, member)
              .forEach(trusted -> trust.add(WrittenPath.in(folder, trusted, environment)));
      default -> settings.put(key, setting(key, member));
    }
  }

  private NamedEndpoint endpoint(String name, Member said) {
    Map<String, Setting> own = new LinkedHashMap<>();
    members(name, said)
        .members()
        .forEach(
            (key, member) -> {
              ConfigKeys.checkInEndpoint(key, member.place());
              own.put(key, setting(key, member));
            });
    return new NamedEndpoint(name, own);
  }

  private Setting setting(String key, Member member) {
    List<String> values =
        ConfigKeys.mayBeAList(key) ? list(key, member) : List.of(text(key, member.value()));
    if (ConfigKeys.namesFiles(key)) {
      values = values.stream().map(value -> WrittenPath.in(folder, value, environment)).toList();
    }
    return new Setting(key, values, member.place());
  }

  private static List<String> list(String key, Member member) {
    return member.value() instanceof Items items && !items.items().isEmpty()
        ? items.items().stream().map(item -> text(key, item)).toList()
        : List.of(text(key, member.value()));
  }

  private static String text(String key, YamlPiece piece) {
    if (piece instanceof Text text) {
      return text.text();
    }
    throw new UsageException(
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
    throw new UsageException(
        member.place() + ": '" + key + "' holds further keys; write them below it, indented");
  }
}
