package io.sluice.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The folders that the user trusts. A project's file may have another author: what it could do with
 * a key, a program or the user's files it may say only where the user has named its folder.
 */
public final class Trust {
  private final List<String> folders;
  private final SettingsPlaces places;

  /** Trusts the folders that the user's file names, and what lies below them. */
  Trust(List<String> folders, SettingsPlaces places) {
    this.folders = folders;
    this.places = places;
  }

  /** What refuses a key that this project's file may not have. */
  BiConsumer<SettingKey, String> guard(Path file) {
    Path folder = file.resolveSibling("");
    if (covers(folder)) {
      return (any, place) -> {};
    }
    return (key, place) -> {
      if (!key.isHarmless()) {
        throw new SettingsException(refusal(key, place, folder));
      }
    };
  }

  /** Whether the user trusts a folder or one above it; links do not count, only real paths. */
  public boolean covers(Path folder) {
    return folders.stream().map(Path::of).map(Trust::place).anyMatch(place(folder)::startsWith);
  }

  /** The end of a line that tells the user what makes a folder trusted. */
  public String remedy(Path folder) {
    String own = places.user().map(Path::toString).orElse("your own sluice.yaml");
    return "if you do, add to 'trust:' in " + own + ": " + place(folder);
  }

  private String refusal(SettingKey key, String place, Path folder) {
    return place
        + ": a project may not say '"
        + key.word()
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
