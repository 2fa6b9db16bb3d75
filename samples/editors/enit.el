;;; enit.el --- enit in Emacs, with eglot  -*- lexical-binding: t -*-
;;
;; Load it from the init file:  (load "…/samples/editors/enit.el")
;; Diagnostics, completion, hover, fixes, renaming and formatting are eglot's.
;; `M-x enit-show' shows a page of the release, `M-x enit-do' starts, stops or
;; changes its node.

(require 'eglot)

(define-derived-mode enit-mode prog-mode "enit"
  "Releases of enit and their configuration: terms of Erlang."
  (modify-syntax-entry ?% "<")
  (modify-syntax-entry ?\n ">")
  (modify-syntax-entry ?' "\"")
  (setq-local comment-start "%% "
              comment-start-skip "%+ *"
              indent-tabs-mode nil))

;; release.enit, and *.config files in var/lib/enit/NAME and etc/enit/NAME only.
(add-to-list 'auto-mode-alist '("/\\(release\\.enit\\|enit\\.config\\)\\'" . enit-mode))
(add-to-list 'auto-mode-alist
             '("/\\(var/lib\\|etc\\)/enit/[^/]+/[^/]+\\.config\\'" . enit-mode))

(add-to-list 'eglot-server-programs '(enit-mode . ("enit" "lsp")))
(add-hook 'enit-mode-hook #'eglot-ensure)

;; The root is the folder with an enit.config, where there is one.
(defun enit-project (folder)
  "The workspace of enit that FOLDER belongs to."
  (let ((root (locate-dominating-file folder "enit.config")))
    (and root (cons 'transient root))))
(add-hook 'project-find-functions #'enit-project)

(defun enit-command (command &rest options)
  "Have the server do COMMAND with the release of the file."
  (jsonrpc-request (eglot-current-server) :workspace/executeCommand
                   (list :command command
                         :arguments (vconcat (list (plist-get (eglot--TextDocumentIdentifier) :uri))
                                             options))
                   ;; Until the node has started, or somebody has answered.
                   :timeout 600))

(defun enit-show (page)
  "Show PAGE of the release in a separate buffer."
  (interactive (list (completing-read "Page: " '("Effective" "Plan" "Status" "Report") nil t)))
  (let* ((uri (plist-get (enit-command (concat "enit.show" page) :json-false) :uri))
         (text (plist-get (jsonrpc-request (eglot-current-server) :enit/textDocumentContent
                                           (list :uri uri))
                          :text)))
    (with-current-buffer (get-buffer-create (format "*enit %s*" page))
      (let ((inhibit-read-only t))
        (erase-buffer)
        (insert text)
        (goto-char (point-min)))
      (special-mode)
      (display-buffer (current-buffer)))))

(defun enit-do (action)
  "Do ACTION with the node of the release; the server asks where it has to."
  (interactive (list (completing-read "Do: " '("start" "stop" "restart" "reconfigure" "connect")
                                      nil t)))
  (let ((result (enit-command (concat "enit." action))))
    (when (plist-get result :text)
      (message "%s" (plist-get result :text)))))

(provide 'enit)
;;; enit.el ends here
