package io.sluice.cli.archive;

import io.sluice.cli.command.Call;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The names that a person gave to conversations. */
public final class ConversationNames {
  private static final int MOST = 200;

  private ConversationNames() {}

  /** The names of the latest conversations; none if there is no archive that can be read. */
  public static List<String> of(Call call) {
    List<String> names = new ArrayList<>();
    if (ArchivePlaces.of(call.environment()).isEmpty()) {
      return names;
    }
    try {
      UserArchive.of(call)
          .read(
              archive -> {
                archive.conversations(MOST, conversation -> add(conversation.name(), names));
                return names;
              });
    } catch (IOException unreadable) {
      return List.of();
    }
    return names;
  }

  /** An id is none: it was not given by a person. */
  private static void add(String name, List<String> names) {
    if (Archiving.NAME.matcher(name).matches()) {
      names.add(name);
    }
  }
}
