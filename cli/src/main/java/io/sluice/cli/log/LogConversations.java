package io.sluice.cli.log;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.settings.FlagKey;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Lists the conversations that were kept. */
final class LogConversations implements LogAction {
  @Override
  public String name() {
    return "conversations";
  }

  @Override
  public String operands() {
    return "";
  }

  @Override
  public String summary() {
    return "those of several turns or with a name, the newest first";
  }

  @Override
  public Set<FlagKey> flags() {
    return ListOptions.OF_CONVERSATIONS;
  }

  @Override
  public ExitCode run(Arguments arguments, List<String> words, Call call) throws IOException {
    LogAction.refuse(words);
    ListOptions options = ListOptions.of(arguments, call);
    var lines = new ConversationLines(options, ListLines.of(call));
    options.print(
        (archive, ids, out) ->
            archive.conversations(options.query().limit(), each -> lines.print(each, ids, out)),
        call);
    options.tell(lines.seen(), "no conversation was kept", call);
    return ExitCode.COMPLETED;
  }
}
