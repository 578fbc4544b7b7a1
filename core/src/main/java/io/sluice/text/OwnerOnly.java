package io.sluice.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Set;

/**
 * The attributes with which a new file or folder is made so that its owner alone may read it. They
 * are empty where the file system has no modes: there the rights are those of the folder around it.
 * Also tells whether an existing file is such a one.
 */
public final class OwnerOnly {

  private static final Set<PosixFilePermission> OTHERS =
      PosixFilePermissions.fromString("---rw-rw-");

  private OwnerOnly() {}

  /** Returns mode 0600, for a file that is made at {@code path}. */
  public static FileAttribute<?>[] file(Path path) {
    return mode(path, "rw-------");
  }

  /** Returns mode 0700, for a folder that is made at {@code path}. */
  public static FileAttribute<?>[] folder(Path path) {
    return mode(path, "rwx------");
  }

  /**
   * Returns whether the mode of a file lets others than its owner read or write it; false where the
   * file system has no modes. Links are followed.
   *
   * @throws IOException if the file is not there, or its mode cannot be read
   */
  public static boolean isOpenToOthers(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return view != null && !Collections.disjoint(view.readAttributes().permissions(), OTHERS);
  }

  private static FileAttribute<?>[] mode(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
