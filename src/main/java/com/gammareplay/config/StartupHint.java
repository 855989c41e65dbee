package com.gammareplay.config;

import com.gammareplay.access.Access;
import com.gammareplay.marketdata.Dataset;
import com.gammareplay.marketdata.DatasetCatalog;
import java.net.Inet6Address;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at the start where the service is, who is served and how to run a first backtest. */
@Component
class StartupHint {

    private static final Logger LOG = LoggerFactory.getLogger(StartupHint.class);

    private static final String KEY = "Authorization: Bearer KEY";

    private final DatasetCatalog catalog;
    private final Access access;
    private final ServerProperties server;

    StartupHint(DatasetCatalog catalog, Access access, ServerProperties server) {
        this.catalog = catalog;
        this.access = access;
        this.server = server;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            var port = context.getWebServer().getPort();
            if (access.isOpenToAll()) {
                LOG.warn("There are no API keys: whoever can reach port {} may read, run and delete everything", port);
            }
            var address = address(port);
            LOG.info("API: {}/api/v1, its page: {}/", address, address);
            if (!access.keys().isEmpty()) {
                LOG.info("Each call needs a key, as the header {}", KEY);
            }
            LOG.info("{}", hint(address));
        }
    }

    /** As it is called from this machine. */
    private String address(int port) {
        var scheme = server.getSsl() != null && server.getSsl().isEnabled() ? "https" : "http";
        var path = server.getServlet().getContextPath();
        return scheme + "://" + host() + ":" + port + (path == null ? "" : path);
    }

    private String host() {
        var address = server.getAddress();
        if (address == null || address.isAnyLocalAddress()) {
            return "127.0.0.1";
        }
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        return address.isLoopbackAddress() ? "[::1]" : "[" + address.getHostAddress() + "]";
    }

    private String hint(String address) {
        var key = access.keys().isEmpty() ? "" : "-H '" + KEY + "' ";
        return catalog.datasets().stream()
                .filter(dataset -> dataset.readable().isPresent())
                .map(Dataset::name)
                .findFirst()
                .map(name -> "Try: curl -s " + address + "/api/v1/backtests " + key
                        + "-H 'Content-Type: application/json' -d '{\"dataset\":\"" + name + "\"}'")
                .orElse("No recording can be read: put one into the folder of the recordings");
    }
}
