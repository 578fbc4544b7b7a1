package io.sluice.text;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The attributes with which a new file or folder is made so that its owner alone may read it. They
 * are empty where the file system has no modes: there the rights are those of the folder around it.
 */
public final class OwnerOnly {
  private OwnerOnly() {}

  /** Returns mode 0600, for a file that is made at {@code path}. */
  public static FileAttribute<?>[] file(Path path) {
    return mode(path, "rw-------");
  }

  /** Returns mode 0700, for a folder that is made at {@code path}. */
  public static FileAttribute<?>[] folder(Path path) {
    return mode(path, "rwx------");
  }

  private static FileAttribute<?>[] mode(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
