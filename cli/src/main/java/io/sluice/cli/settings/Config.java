package io.sluice.cli.settings;

import io.sluice.text.NearestName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What the files say, the project's before the user's, and the endpoints that Sluice knows by
 * itself. Without a file nothing is read, and no parser loaded.
 *
 * @param places where they stand
 * @param files those that are there, the one that counts more first
 * @param trust the folders that the user trusts
 */
public record Config(ConfigPlaces places, List<ConfigFile> files, Trust trust) {
  /** The largest file that is read, in bytes. */
  private static final int LARGEST = 256 * 1024;

  /** What stands for the place of what no file of the user's says. */
  public static final String BUILT_IN = "built in";

  /** As seen from {@code folder}; throws a UsageException in one line for what cannot be read. */
  static Config load(Map<String, String> environment, Path folder) {
    ConfigPlaces places = ConfigPlaces.of(environment, folder);
    Optional<ConfigFile> user =
        places.user().filter(Files::exists).map(file -> read(file, environment, any -> {}));
    var trust = new Trust(user.map(ConfigFile::trust).orElse(List.of()), places);
    Optional<ConfigFile> project =
        places.project().map(file -> read(file, environment, trust.guard(file)));
    List<ConfigFile> files = new ArrayList<>();
    project.ifPresent(files::add);
    user.ifPresent(files::add);
    return new Config(places, List.copyOf(files), trust);
  }

  /** What stands under that key, in the file that counts most. */
  public Optional<Setting> setting(String key) {
    return files.stream()
        .flatMap(file -> Optional.ofNullable(file.settings().get(key)).stream())
        .findFirst();
  }

  /** The model that goes by that name; the name itself if it is no alias. */
  public String model(String name) {
    return files.stream()
        .flatMap(file -> Optional.ofNullable(file.aliases().get(name)).stream())
        .findFirst()
        .map(Setting::value)
        .orElse(name);
  }

  /** The aliases there are, each as the file says that counts most. */
  public List<Setting> aliases() {
    Map<String, Setting> all = new TreeMap<>();
    files.forEach(file -> file.aliases().forEach(all::putIfAbsent));
    return List.copyOf(all.values());
  }

  /**
   * The endpoint of that name. What a file says of a built-in name is added to what is built in.
   *
   * @throws UsageException if no endpoint has that name
   */
  NamedEndpoint endpoint(FlagValue name) {
    Map<String, NamedEndpoint> known = endpoints();
    NamedEndpoint found = known.get(name.text());
    if (found == null) {
      throw new UsageException(
          name.by() + ": " + NearestName.unknown("endpoint", name.text(), known.keySet()));
    }
    return found;
  }

  /** All that can be named. */
  public Map<String, NamedEndpoint> endpoints() {
    Map<String, NamedEndpoint> all = new HashMap<>(builtIn().endpoints());
    for (int i = files.size() - 1; i >= 0; i--) {
      files.get(i).endpoints().forEach((name, own) -> all.merge(name, own, NamedEndpoint::with));
    }
    return all;
  }

  /** The names of the endpoints that Sluice knows by itself, in order. */
  static List<String> builtInNames() {
    return List.copyOf(new TreeSet<>(builtIn().endpoints().keySet()));
  }

  private static ConfigFile builtIn() {
    try (InputStream text = Config.class.getResourceAsStream("endpoints.yaml")) {
      if (text == null) {
        throw new IllegalStateException("the build lacks its endpoints.yaml");
      }
      String yaml = new String(text.readAllBytes(), StandardCharsets.UTF_8);
      return ConfigReader.read(YamlFile.read(BUILT_IN, yaml), Path.of(""), Map.of(), any -> {});
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static ConfigFile read(
      Path file, Map<String, String> environment, Consumer<Setting> guard) {
    InputFiles.check(file);
    try {
      if (Files.size(file) > LARGEST) {
        throw new UsageException(file + " is larger than 256 KiB; settings are shorter");
      }
      YamlPiece.Members said = YamlFile.read(file.toString(), Files.readString(file));
      return ConfigReader.read(said, file.resolveSibling(""), environment, guard);
    } catch (IOException unreadable) {
      throw new UsageException(file + " cannot be read as UTF-8; save it as that", unreadable);
    }
  }
}
