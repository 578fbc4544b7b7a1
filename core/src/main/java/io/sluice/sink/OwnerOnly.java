package io.sluice.sink;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * What makes a new file or folder one that its owner alone may read. Nothing where the file system
 * has no modes: there the rights are those of the folder it is made in.
 */
public final class OwnerOnly {
  private OwnerOnly() {}

  /** Of a file to be made at {@code path}: mode 0600. */
  public static FileAttribute<?>[] file(Path path) {
    return mode(path, "rw-------");
  }

  /** Of a folder to be made at {@code path}: mode 0700. */
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
