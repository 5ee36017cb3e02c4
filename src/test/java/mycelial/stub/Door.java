package mycelial.stub;

import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The port: open, or closed as in an outage. Used by one thread. */
final class Door {
  private final ServerConnector connector;
  private boolean open = true;

  /** The door of a server that has been started. */
  Door(Server server) {
    connector = (ServerConnector) server.getConnectors()[0];
    connector.setPort(connector.getLocalPort());
  }

  /** Opens or closes it; closing ends every connection. */
  void open(boolean wanted) {
    if (wanted == open) {
      return;
    }
    open = wanted;
    try {
      if (wanted) {
        connector.start();
      } else {
        connector.getConnectedEndPoints().forEach(EndPoint::close);
        connector.stop();
      }
    } catch (Exception e) {
      throw new IllegalStateException("the stub's port cannot be opened or closed", e);
    }
  }
}
