package io.sluice.cli.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * The folders that the user trusts. A project's file may have another author: what it could do with
 * a key, a program or the user's files it may say only where the user has named its folder.
 *
 * @param folders those that the user's file names; what lies below is trusted too
 */
public record Trust(List<String> folders, ConfigPlaces places) {
  /** What refuses a key that this project's file may not have. */
  Consumer<Setting> guard(Path file) {
    Path folder = file.resolveSibling("");
    if (covers(folder)) {
      return any -> {};
    }
    return setting -> {
      if (!ConfigKeys.isHarmless(setting.key())) {
        throw new UsageException(refusal(setting, folder));
      }
    };
  }

  /** Whether the user trusts that folder, or one above it; links do not count, only real paths. */
  public boolean covers(Path folder) {
    return folders.stream().map(Path::of).map(Trust::place).anyMatch(place(folder)::startsWith);
  }

  /** What the user does to trust that folder; the end of a line. */
  public String remedy(Path folder) {
    String own = places.user().map(Path::toString).orElse("your own sluice.yaml");
    return "if you do, add to 'trust:' in " + own + ": " + place(folder);
  }

  private String refusal(Setting setting, Path folder) {
    return setting.place()
        + ": a project may not say '"
        + setting.key()
        + "' unless you trust it; "
        + remedy(folder);
  }

  private static Path place(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException leadsNowhere) {
      return folder.normalize();
    }
  }
}
