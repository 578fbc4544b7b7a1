package io.sluice.kafka.client;

import io.sluice.text.OwnerOnly;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Reads a file of client properties. No message contains a value of it. */
final class ClientFile {

  private ClientFile() {}

  /**
   * The properties of the file, by name.
   *
   * @param loadsClasses whether it may set what loads classes
   * @throws IllegalArgumentException in one line, if others may read the file, or it sets what it
   *     must not
   * @throws IOException in one line, if it cannot be read
   */
  static Map<String, String> read(Path file, boolean loadsClasses) throws IOException {
    Map<String, String> properties = parsed(file, SmallFile.text(file));
    if (OwnerOnly.isOpenToOthers(file)) {
      throw new IllegalArgumentException(
          file + " can be read by others, and may hold a password; chmod 600 " + file);
    }
    if (!loadsClasses) {
      LoadedClasses.refuse(file, properties);
    }
    return properties;
  }

  private static Map<String, String> parsed(Path file, String text) throws IOException {
    var read = new Properties();
    try {
      read.load(new StringReader(text));
    } catch (IllegalArgumentException malformed) { // Its message may quote the file.
      throw new IOException(file + " is no properties file; look at its escapes \\u");
    }
    Map<String, String> properties = new TreeMap<>();
    read.stringPropertyNames().forEach(name -> properties.put(name, read.getProperty(name)));
    return properties;
  }
}
