package io.sluice.sinks.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Checks where a file can be written, and finds its neighbours. */
final class Places {

  private Places() {}

  /** Refuses a path at which no file can be written. */
  static void check(Path path) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(path)) {
      throw new IOException(path + " is a folder; name a file");
    }
    if (!Files.isDirectory(folder)) {
      throw new IOException(path + " cannot be made: there is no folder " + folder + "; create it");
    }
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new IOException(path + " is a device or a pipe; name a regular file");
    }
  }

  /** A symbolic link without a target also occupies the name. */
  static boolean isTaken(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Forces a file's name onto the disk. Failures are ignored, because the bytes of the file are
   * safe anyway: some systems cannot open a folder, and an interrupt closes it.
   */
  static void syncFolder(Path path) {
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      } catch (IOException notHere) {
        return;
      }
    }
  }

  static Path partialOf(Path path) {
    return path.resolveSibling(path.getFileName() + ".partial");
  }
}
