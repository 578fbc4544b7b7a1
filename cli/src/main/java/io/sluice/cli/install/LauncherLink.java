package io.sluice.cli.install;

import io.sluice.cli.settings.UsageException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** A link in a folder of the PATH that calls the launcher. */
final class LauncherLink {
  /** How the command is called. */
  static final String NAME = "sluice";

  private final Path launcher;
  private final Path folder;
  private final Path path;

  /**
   * The link that is to be.
   *
   * @param launcher what it calls
   * @param folder where it is
   */
  LauncherLink(Path launcher, Path folder) {
    this.launcher = launcher;
    this.folder = folder;
    this.path = folder.resolve(NAME);
  }

  /** The link itself. */
  Path path() {
    return path;
  }

  /**
   * Makes the link, and its folder. Returns false if it was there before.
   *
   * @throws UsageException if something else has its place, or if it cannot be made
   */
  boolean make() {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      if (isOurs()) {
        return false;
      }
      throw taken();
    }
    try {
      Files.createDirectories(folder);
      Files.createSymbolicLink(path, launcher);
      return true;
    } catch (FileAlreadyExistsException other) {
      throw taken();
    } catch (UnsupportedOperationException none) {
      throw new UsageException(
          "this system makes no links; add " + launcher.getParent() + " to the PATH instead", none);
    } catch (IOException refused) {
      throw new UsageException(
          path + " cannot be made (" + refused.getMessage() + "); name another folder", refused);
    }
  }

  private boolean isOurs() {
    try {
      return Files.isSymbolicLink(path) && Files.exists(path) && Files.isSameFile(path, launcher);
    } catch (IOException unreadable) {
      return false;
    }
  }

  private UsageException taken() {
    return new UsageException(
        path + " is there and is not this command; remove it, or name another folder");
  }
}
