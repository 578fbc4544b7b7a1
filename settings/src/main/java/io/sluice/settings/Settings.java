package io.sluice.settings;

import io.sluice.text.NearestName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * The settings that hold in a folder: those of the project's {@code sluice.yaml}, those of the
 * user's, which count less, and the endpoints that Sluice knows by itself. Immutable; thread-safe.
 */
public final class Settings {
  /** Stands for the place of a setting that no file of the user's or the project's says. */
  public static final String BUILT_IN = "built in";

  /** The largest file that is read, in bytes. */
  private static final int LARGEST = 256 * 1024;

  private final Map<String, String> environment;
  private final List<Path> paths;
  private final List<SettingsFile> files;
  private final Trust trust;

  private Settings(Map<String, String> environment, Map<Path, SettingsFile> files, Trust trust) {
    this.environment = Map.copyOf(environment);
    this.paths = List.copyOf(files.keySet());
    this.files = List.copyOf(files.values());
    this.trust = trust;
  }

  /**
   * Reads the files. If there is none, nothing is read, and no parser loaded.
   *
   * @param environment all variables: they name the home folder and hold API keys
   * @param folder where the project's file is looked for; in a working copy also in the folders
   *     above, up to its root
   * @throws SettingsException in one line with the place, if a file cannot be read, or says what it
   *     may not say
   */
  public static Settings load(Map<String, String> environment, Path folder) {
    SettingsPlaces places = SettingsPlaces.of(environment, folder.toAbsolutePath());
    Map<Path, SettingsFile> user = new LinkedHashMap<>();
    places
        .user()
        .filter(Files::exists)
        .ifPresent(file -> user.put(file, read(file, environment, (any, place) -> {})));
    List<String> trusted = user.values().stream().flatMap(file -> file.trust().stream()).toList();
    var trust = new Trust(trusted, places);
    Map<Path, SettingsFile> files = new LinkedHashMap<>();
    places.project().ifPresent(file -> files.put(file, read(file, environment, trust.guard(file))));
    files.putAll(user);
    return new Settings(environment, files, trust);
  }

  /** Where the user's file is or would be; empty if the environment names no home folder. */
  public static Optional<Path> userFile(Map<String, String> environment) {
    return SettingsPlaces.user(environment);
  }

  /** The files that were read, the one that counts more first. */
  public List<Path> files() {
    return paths;
  }

  /** The folders that the user trusts. */
  public Trust trust() {
    return trust;
  }

  /** What the files say under a key, for every endpoint: the value of the file that counts most. */
  public Optional<Setting> setting(SettingKey key) {
    return setting(key, 0, files.size());
  }

  /** What some of the files say under a key: those from one index to another, which is left out. */
  Optional<Setting> setting(SettingKey key, int from, int to) {
    return files.subList(from, to).stream().flatMap(file -> file.setting(key).stream()).findFirst();
  }

  /**
   * What the files say under {@code serve:} of a server for clients: the value of the file that
   * counts most.
   */
  public Optional<Setting> served(SettingKey key) {
    return files.stream().flatMap(file -> file.serve().setting(key).stream()).findFirst();
  }

  /** The settings of the served server in all files, without tokens, in the order of the keys. */
  public List<Setting> served() {
    return Arrays.stream(SettingKey.values()).flatMap(key -> served(key).stream()).toList();
  }

  /**
   * The tokens that callers of the served server may present, from the file that takes precedence.
   */
  public List<CallerToken> callerTokens() {
    return files.stream()
        .map(file -> file.serve().tokens())
        .filter(tokens -> !tokens.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** The model that goes by a name; the name itself if it is no alias. */
  public String model(String name) {
    return files.stream()
        .flatMap(file -> Optional.ofNullable(file.aliases().get(name)).stream())
        .findFirst()
        .map(Setting::value)
        .orElse(name);
  }

  /** The aliases of models in alphabetical order, each as the file says that counts most. */
  public List<Setting> aliases() {
    Map<String, Setting> all = new TreeMap<>();
    files.forEach(file -> file.aliases().forEach(all::putIfAbsent));
    return List.copyOf(all.values());
  }

  /** The prices of models, those of a model as the file says that counts most. */
  public PriceList prices() {
    Map<String, ModelPrices> all = new TreeMap<>();
    files.forEach(file -> file.prices().forEach(all::putIfAbsent));
    return new PriceList(List.copyOf(all.values()));
  }

  /**
   * The endpoint of that name. What a file says of a built-in name is added to what is built in.
   *
   * @throws SettingsException in one line that lists the known names, if there is no such endpoint
   */
  public NamedEndpoint endpoint(String name) {
    return endpoint(new SettingValue("settings", name));
  }

  /** Returns {@link #endpoint(String)}, with a message that says who gave the name. */
  public NamedEndpoint endpoint(SettingValue name) {
    return new NamedEndpoint(entry(name), this, name.by(), 0);
  }

  /**
   * The endpoint that a file chooses with {@code endpoint: NAME}; empty if none does.
   *
   * @throws SettingsException as {@link #endpoint(String)} does
   */
  public Optional<NamedEndpoint> endpoint() {
    for (int level = 0; level < files.size(); level++) {
      Optional<Setting> chosen = files.get(level).setting(SettingKey.ENDPOINT);
      if (chosen.isPresent()) {
        EndpointEntry entry = entry(chosen.get().given().get(0));
        return Optional.of(new NamedEndpoint(entry, this, chosen.get().place(), level));
      }
    }
    return Optional.empty();
  }

  /** The names of the endpoints of which the files say something, in alphabetical order. */
  public List<String> ownEndpoints() {
    Set<String> names = new TreeSet<>();
    files.forEach(file -> names.addAll(file.endpoints().keySet()));
    return List.copyOf(names);
  }

  /** The names of all endpoints, in alphabetical order. */
  public List<String> endpoints() {
    return List.copyOf(new TreeSet<>(entries().keySet()));
  }

  /**
   * The prompt of that name, as the file says that counts most.
   *
   * @throws SettingsException in one line that lists the known names, if there is no such prompt
   */
  public NamedPrompt prompt(SettingValue name) {
    if (prompts().isEmpty()) {
      throw new SettingsException(
          name.by() + " is '" + name.text() + "'; add that under 'prompts:' in sluice.yaml");
    }
    return files.stream()
        .flatMap(file -> Optional.ofNullable(file.prompts().get(name.text())).stream())
        .findFirst()
        .orElseThrow(() -> unknown("prompt", name, prompts()));
  }

  /** The names of all prompts, in alphabetical order. */
  public List<String> prompts() {
    Set<String> names = new TreeSet<>();
    files.forEach(file -> names.addAll(file.prompts().keySet()));
    return List.copyOf(names);
  }

  Optional<SettingValue> variable(String name) {
    return Optional.ofNullable(environment.get(name)).map(text -> new SettingValue(name, text));
  }

  private EndpointEntry entry(SettingValue name) {
    Map<String, EndpointEntry> known = entries();
    return Optional.ofNullable(known.get(name.text()))
        .orElseThrow(() -> unknown("endpoint", name, known.keySet()));
  }

  private static SettingsException unknown(
      String kind, SettingValue name, Collection<String> known) {
    return new SettingsException(name.by() + ": " + NearestName.unknown(kind, name.text(), known));
  }

  private Map<String, EndpointEntry> entries() {
    Map<String, EndpointEntry> all = new HashMap<>(builtIn().endpoints());
    List<SettingsFile> rising = new ArrayList<>(files);
    Collections.reverse(rising);
    for (SettingsFile file : rising) {
      file.endpoints().forEach((name, own) -> all.merge(name, own, EndpointEntry::with));
    }
    return all;
  }

  private static SettingsFile builtIn() {
    try (InputStream text = Settings.class.getResourceAsStream("endpoints.yaml")) {
      if (text == null) {
        throw new IllegalStateException("the build lacks its endpoints.yaml");
      }
      String yaml = new String(text.readAllBytes(), StandardCharsets.UTF_8);
      return SettingsReader.read(
          YamlFile.read(BUILT_IN, yaml), Path.of(""), Map.of(), (any, place) -> {});
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static SettingsFile read(
      Path file, Map<String, String> environment, BiConsumer<SettingKey, String> guard) {
    ReadableFile.check(file);
    try {
      if (Files.size(file) > LARGEST) {
        throw new SettingsException(file + " is larger than 256 KiB; settings are shorter");
      }
      YamlPiece.Members said = YamlFile.read(file.toString(), Files.readString(file));
      return SettingsReader.read(said, file.resolveSibling(""), environment, guard);
    } catch (IOException unreadable) {
      throw new SettingsException(file + " cannot be read as UTF-8; save it as that", unreadable);
    }
  }
}
