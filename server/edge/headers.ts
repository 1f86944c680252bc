import { secureHeaders } from "hono/secure-headers";

/** What a browser may do with what this server answers: load from here only, be framed by nobody, tell nobody. */
export const headers = (publicUrl: URL | null) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", "data:", "blob:"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      workerSrc: ["'self'"],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
    permissionsPolicy: {
      geolocation: [],
      camera: [],
      microphone: [],
      payment: [],
      usb: [],
      displayCapture: [],
    },
    // Only where https is: a browser that was told would never again open this machine's own http.
    strictTransportSecurity: publicUrl?.protocol === "https:" ? "max-age=31536000; includeSubDomains" : false,
    referrerPolicy: "no-referrer",
    xFrameOptions: "DENY",
  });
