package io.sluice.cli.config;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import io.sluice.cli.settings.UsageException;
import io.sluice.text.FileReason;
import io.sluice.text.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;

/** Begins a file of settings: everything in it is a comment, to be taken into use line by line. */
final class ConfigSample {
  private ConfigSample() {}

  /** Writes it, readable by its owner alone; refuses to touch a file that is there. */
  static Path write(Path file) {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new UsageException(
          Files.isDirectory(file)
              ? file + " is a folder; remove it, and a file can be begun there"
              : file + " exists; edit it, or remove it to begin it anew");
    }
    try {
      Path folder = file.resolveSibling("");
      Files.createDirectories(folder, OwnerOnly.folder(folder));
      fill(file);
      return file;
    } catch (IOException refused) {
      String remedy = "check its folder, or let XDG_CONFIG_HOME name another";
      throw new UsageException(FileReason.line(file + " cannot be made", refused, remedy), refused);
    }
  }

  /** Leaves nothing behind that is not whole: it would be in the way of the next attempt. */
  private static void fill(Path file) throws IOException {
    try (SeekableByteChannel out =
        Files.newByteChannel(file, Set.of(CREATE_NEW, WRITE), OwnerOnly.file(file))) {
      ByteBuffer text = ByteBuffer.wrap(text());
      try {
        while (text.hasRemaining()) {
          out.write(text);
        }
      } catch (IOException full) {
        Files.deleteIfExists(file);
        throw full;
      }
    }
  }

  static byte[] text() throws IOException {
    try (InputStream sample = ConfigSample.class.getResourceAsStream("sluice.yaml")) {
      if (sample == null) {
        throw new IllegalStateException("the build lacks its sluice.yaml");
      }
      return sample.readAllBytes();
    }
  }
}
