package mycelial.dashboard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import mycelial.storage.SessionTail;
import mycelial.storage.TailRow;

/** Which session it is, whether it runs, how it says that it stands, and its result. */
final class HeadSection implements Section {
  private final BooleanSupplier live;
  private ObjectNode session = Json.object();
  private String status = "";
  private String result = "";

  HeadSection(BooleanSupplier live) {
    this.live = live;
  }

  @Override
  public void read(SessionTail tail, ObjectNode update) {
    Optional<TailRow> stored = tail.session();
    ObjectNode row = stored.map(HeadSection::withoutResult).orElseGet(Json::object);
    row.put("live", live.getAsBoolean());
    if (!row.equals(session)) {
      session = row;
      update.set("session", session);
    }
    String told = tail.status().orElse("");
    if (!told.equals(status)) {
      status = told;
      update.set("status", Json.parse(status));
    }
    String ended = stored.map(found -> found.text("result")).orElse("");
    if (!ended.equals(result)) {
      result = ended;
      tellResult(update);
    }
  }

  private static ObjectNode withoutResult(TailRow row) {
    ObjectNode node = Json.row(row);
    node.remove("result");
    return node;
  }

  private void tellResult(ObjectNode into) {
    if (result.isEmpty()) {
      into.putNull("result");
    } else {
      into.set("result", Json.parse(result));
    }
  }

  @Override
  public void tell(ObjectNode snapshot) {
    snapshot.set("session", session);
    if (!status.isEmpty()) {
      snapshot.set("status", Json.parse(status));
    }
    tellResult(snapshot);
  }
}
