package io.sluice.sinks.sqlite;

import io.sluice.text.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;
import org.sqlite.util.OSInfo;

/** The folder into which SQLite's native library is unpacked before the JVM can load it. */
public final class SqliteLibrary {
  private static final String PATH = "org.sqlite.lib.path";
  private static final String NAME = "org.sqlite.lib.name";

  private SqliteLibrary() {}

  /**
   * Unpacks the library into that folder, unless it is already there, and lets the driver load it
   * from there. Otherwise each process unpacks it into the folder for temporary files, where a
   * killed process leaves it behind and some systems do not allow executables. Call it before the
   * first archive is opened; later calls, and calls when the user has set {@value #PATH}, change
   * nothing. If the folder cannot be used, the driver behaves as without this call.
   */
  public static synchronized void keepIn(Path folder) {
    String name = LibraryLoaderUtil.getNativeLibName();
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    if (System.getProperty(PATH) != null) {
      return;
    }
    try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (library != null) {
        Path place = folder.resolve(directory());
        unpack(library, place, name);
        System.setProperty(NAME, name);
        System.setProperty(PATH, place.toString());
      }
    } catch (IOException unusable) {
      return;
    }
  }

  private static String directory() {
    String system = OSInfo.getNativeLibFolderPathForCurrentOS().replace('/', '-');
    return "sqlite-jdbc-" + SQLiteJDBCLoader.getVersion() + "-" + system;
  }

  /** It gets its name in one step, so that another process finds a complete library or none. */
  private static void unpack(InputStream library, Path place, String name) throws IOException {
    Path target = place.resolve(name);
    if (Files.exists(target)) {
      return;
    }
    Files.createDirectories(place, OwnerOnly.folder(place));
    Path partial = Files.createTempFile(place, "library", ".partial", OwnerOnly.file(place));
    try {
      try (OutputStream out = Files.newOutputStream(partial)) {
        library.transferTo(out);
      }
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(partial);
    }
  }
}
