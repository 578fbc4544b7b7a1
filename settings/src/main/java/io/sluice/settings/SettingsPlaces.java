package io.sluice.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where settings stand.
 *
 * @param user the user's file, whether it is there or not
 * @param project the project's file, if there is one
 */
record SettingsPlaces(Optional<Path> user, Optional<Path> project) {
  private static final String NAME = "sluice.yaml";
  private static final List<String> ROOTS = List.of(".git", ".hg", ".jj", ".svn");

  /**
   * Looks in {@code folder} and, where that is part of a working copy, in the folders above it up
   * to its root: the nearest file counts. Beyond a root nothing is looked for.
   */
  static SettingsPlaces of(Map<String, String> environment, Path folder) {
    Optional<Path> user = user(environment);
    return new SettingsPlaces(
        user, project(folder).filter(found -> !user.equals(Optional.of(found))));
  }

  /** The user's file, whether it is there or not; none where there is no home. */
  static Optional<Path> user(Map<String, String> environment) {
    return XdgFolders.config(environment).map(folder -> folder.resolve(NAME));
  }

  private static Optional<Path> project(Path folder) {
    return toTheRoot(folder).stream()
        .map(each -> each.resolve(NAME))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** The folder and those above it, up to the root; the folder alone where there is no root. */
  private static List<Path> toTheRoot(Path folder) {
    List<Path> passed = new ArrayList<>();
    for (Path above = folder; above != null; above = above.getParent()) {
      passed.add(above);
      if (ROOTS.stream().map(above::resolve).anyMatch(Files::exists)) {
        return passed;
      }
    }
    return List.of(folder);
  }
}
