package io.sluice.cli.models;

import io.sluice.cli.run.ConnectionOptions;
import io.sluice.cli.run.Upstream;
import io.sluice.settings.NamedEndpoint;
import io.sluice.settings.XdgFolders;
import io.sluice.text.OwnerOnly;
import io.sluice.wire.models.ListedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names that a server listed last, in a file that shells read when they complete {@code -m}.
 * The first line is the second since 1970 until which the names are offered; then follow the names,
 * a line each. A cache that cannot be written is not there: the list itself is what was asked for.
 *
 * @param folder the folder of all such files
 * @param endpoint the name of the file
 * @param clock tells the time
 */
record ModelCache(Path folder, String endpoint, Clock clock) {
  /** The folder's name, below the folder of Sluice in that of all caches. */
  static final String FOLDER = "models";

  /** The file of the server that is asked where no endpoint is named. */
  private static final String USUAL = "default";

  private static final int MOST_NAMES = 1000;
  private static final int MOST_FILES = 32;
  private static final Duration AGE = Duration.ofDays(30);

  /** Scripts of shells expand what they offer, so that no other character may be in a name. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,199}");

  /**
   * The cache for what is asked; empty for the built-in model, for a server that a flag names by
   * its URL, and where there is no home folder.
   */
  static Optional<ModelCache> of(
      Map<String, String> environment, ConnectionOptions connection, Upstream upstream) {
    String name = connection.server().endpoint().map(NamedEndpoint::name).orElse(USUAL);
    boolean passing = connection.server().url().isPresent() || !upstream.answerer().isServer();
    return XdgFolders.cache(environment)
        .filter(any -> !passing && NAME.matcher(name).matches() && name.indexOf('/') < 0)
        .map(cache -> new ModelCache(cache.resolve(FOLDER), name, Clock.systemUTC()));
  }

  /** Keeps the names, in place of those before; of many, the first by the server's order. */
  void keep(List<ListedModel> models) {
    try {
      Files.createDirectories(folder, OwnerOnly.folder(folder));
      Path fresh = Files.createTempFile(folder, ".new", "", OwnerOnly.file(folder));
      try {
        Files.writeString(fresh, text(models));
        Files.move(fresh, folder.resolve(endpoint), StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(fresh);
      }
      forgetOldest();
    } catch (IOException unwritable) {
      return; // The list was printed, and nothing but completion misses the file.
    }
  }

  private String text(List<ListedModel> models) {
    var text = new StringBuilder();
    text.append(clock.instant().plus(AGE).getEpochSecond()).append('\n');
    models.stream()
        .map(ListedModel::name)
        .filter(name -> NAME.matcher(name).matches())
        .distinct()
        .limit(MOST_NAMES)
        .forEach(name -> text.append(name).append('\n'));
    return text.toString();
  }

  private void forgetOldest() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.sorted(Comparator.comparing(ModelCache::age).reversed()).toList();
    }
    for (Path old : files.subList(Math.min(MOST_FILES, files.size()), files.size())) {
      Files.deleteIfExists(old);
    }
  }

  private static long age(Path file) {
    return file.toFile().lastModified();
  }
}
